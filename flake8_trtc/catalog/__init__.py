"""The knowledge: codes of every SDK, rules, what is said of them, modules of constants."""
