"""Which files: walk, git's ignores, generated files, reading and writing, processes."""
