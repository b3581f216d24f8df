"""The commands of `python -m flake8_trtc`: one module each, named like the command."""
