"""The commands of `flake8-trtc`: one module each, named like the command."""
