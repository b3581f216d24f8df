"""The texts of the modules that build.py generates."""
