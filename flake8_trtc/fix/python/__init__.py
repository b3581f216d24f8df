"""Python rewritten with LibCST, and proved."""
