"""The TRTC SDK that a file uses: the one that the options name, or what `npm` finds around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_trtc.model import Sdk

if TYPE_CHECKING:
    from flake8_trtc.config.options import Options

UNKNOWN = "nothing here tells the version of the SDK"


def sdk_of(path: str, utf8: bytes, options: Options) -> Sdk | None:
    """The SDK of a file, None where its version is not known. utf8: the file's text."""
    if options.sdk_auto:
        from flake8_trtc.detect.npm import find_sdk

        return find_sdk(path, utf8)
    named = options.sdk_version
    return None if named is None else Sdk(named, ".".join(map(str, named)), "")


def unversioned(path: str, utf8: bytes, options: Options) -> bool:
    """Whether the SDK of a file was looked for and not found."""
    return options.sdk_auto and sdk_of(path, utf8, options) is None


def told(sdk: Sdk | None, options: Options) -> tuple[str, ...]:
    """What is to be said of an SDK that was looked for, as a reason of a finding."""
    if not options.sdk_auto:
        return ()
    return (UNKNOWN if sdk is None else f"the SDK is {sdk.text}, says {sdk.source}",)
