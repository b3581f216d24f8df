"""Shared parts of commands that print catalog entries: their options, and JSON."""

from __future__ import annotations

import argparse
import json


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare --language and --json."""
    parser.add_argument("--language", "--trtc-language", choices=("en", "zh"))
    parser.add_argument("--json", action="store_true")


def print_json(value: object) -> None:
    """Print the value as indented JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
