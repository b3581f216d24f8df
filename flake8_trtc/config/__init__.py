"""Options: one table, the files they are in, what was set where."""
