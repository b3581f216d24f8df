"""What the READMEs claim, measured side by side."""
