"""Logs of three kinds, counted by `logs` and by ripgrep: exact counts, time and memory."""
