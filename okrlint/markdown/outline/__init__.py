"""Blocks -> objectives and key results: recognisers, one for each shape people write."""
