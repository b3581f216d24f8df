"""How fast the language server answers, how fast it starts, and whether its memory grows."""
