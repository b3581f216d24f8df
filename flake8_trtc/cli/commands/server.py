"""The command `server`: the language server on standard input and output."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys

from flake8_trtc.cli.console import say
from flake8_trtc.config.files import asked_language
from flake8_trtc.messages.editor import MISSING_EXTRA

_USAGE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what editors give to every server."""
    parser.add_argument("--stdio", action="store_true")


def run(_: argparse.Namespace) -> int:
    """Serve until the editor ends; 2 where pygls is not there."""
    gc.disable()  # the start makes much and drops little: a tenth of it would be looking for that
    try:
        from flake8_trtc.server import serve
    except ImportError:
        gc.enable()
        said = MISSING_EXTRA(python=sys.executable)
        say(said.of(asked_language({})))
        return _USAGE
    if hasattr(signal, "SIGTERM"):  # nothing is half done, and a thread waits for the editor
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    code = serve()
    sys.stderr.flush()
    os._exit(code)
