"""Fuzzing by hand, bounded in time: `python -m fuzz --seconds 60 [TARGET...]` in a checkout."""
