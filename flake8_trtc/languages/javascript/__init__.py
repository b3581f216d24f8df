"""JavaScript and TypeScript: from a script to its sites."""
