"""Time at a size and at twice that size, for every reader, the fix, and what comments silence."""
