"""How long `check` and `fix` take beside the tools that could do the same job."""
