"""`flake8-trtc COMMAND`: finds the command's module and runs it.

A command is one module in flake8_trtc/commands with its name, imported only when it is called:

    add_arguments(parser: argparse.ArgumentParser) -> None
    run(args: argparse.Namespace) -> int    # the exit code

and its name in COMMANDS; what `--help` says of it is in messages/commands.py, what it says of its
arguments in messages/arguments.py. Exit codes: 0 all is well; 1 something was found, or is not
known; 2 wrong usage; 3 a file could not be read or written, or the output; as in a shell 130 where
it was interrupted, and 141 where the reader of standard output has gone.

This module reads no other file, so that from its first line on Ctrl-C ends the process without a
traceback.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "check",
    "fix",
    "explain",
    "logs",
    "list",
    "rules",
    "constants",
    "server",
    "completion",
)


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command line (default: that of the process) and return its exit code.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 for --help and --version.
    """
    if argv is None:
        return _process()
    from flake8_trtc.cli.program import run_words

    return run_words(list(argv))


def _process() -> int:
    """Run the command line of the process; while it is imported and at its end Ctrl-C just ends it.

    A handler that is not Python's own stays, as where it is ignored.
    """
    # Built in: the module `signal` takes some milliseconds to import, in which Ctrl-C is Python's.
    import _signal as signal  # type: ignore[import-not-found]

    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from flake8_trtc.cli.program import run_words

    try:
        return run_words(sys.argv[1:], ours=ours)
    except KeyboardInterrupt:  # it came when the work was done and its streams were let go
        return 130
