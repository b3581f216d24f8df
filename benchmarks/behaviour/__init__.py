"""Generated files, fixed and run before and after: what they do may not change."""
