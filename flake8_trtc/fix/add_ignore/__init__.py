"""`fix --add-ignore`: comments for the findings that stay."""
