"""Git as a reader of repositories that nobody trusts: nothing that they name is run or fetched."""

from __future__ import annotations

import os
import subprocess

# No monitor of files, no hooks; what runs filters, diffs and transports is said below and where a
# command could call it.
GIT = (
    *("git", "--no-optional-locks", "-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}", "-c", "safe.bareRepository=explicit"),
)
_FILTERS = ("config", "--null", "--name-only", "--get-regexp", r"^filter\.")


def ran(
    arguments: tuple[str, ...], directory: str = os.curdir
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a directory. Raises OSError where there is no git."""
    return subprocess.run(
        (*GIT, "-C", directory, *arguments),
        capture_output=True,
        check=False,
        env=environment(),
    )


def unfiltered(
    arguments: tuple[str, ...], directory: str = os.curdir
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a directory where it reads the work tree: filters of the repository are not run.

    Raises OSError where there is no git.
    """
    names = ran(_FILTERS, directory).stdout.split(b"\0")[:-1]
    values = {
        os.fsdecode(name): "false" if name.endswith(b".required") else ""
        for name in dict.fromkeys(names)
    }
    return subprocess.run(
        (*GIT, "-C", directory, *arguments),
        capture_output=True,
        check=False,
        env=environment(values),
    )


def environment(values: dict[str, str] | None = None) -> dict[str, str]:
    """The process's environment for git, which fetches nothing, with some configuration."""
    made = {**os.environ, "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
    count = int(made.get("GIT_CONFIG_COUNT") or 0)
    for number, (name, value) in enumerate((values or {}).items(), count):
        made[f"GIT_CONFIG_KEY_{number}"], made[f"GIT_CONFIG_VALUE_{number}"] = name, value
        made["GIT_CONFIG_COUNT"] = f"{number + 1}"
    return made
