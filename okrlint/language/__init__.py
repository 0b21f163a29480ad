"""spaCy: statement -> Reading (what it promises, measures, and by when)."""
