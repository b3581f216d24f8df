"""Python: from a module to its sites."""
