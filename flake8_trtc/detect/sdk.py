"""The TRTC SDK that a file uses: the one that the options name, or what `npm` finds around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_trtc.messages import reasons
from flake8_trtc.model import Sdk

if TYPE_CHECKING:
    from flake8_trtc.config.options import Options
    from flake8_trtc.messages.message import Message
    from flake8_trtc.model import Generation


def sdk_of(path: str, utf8: bytes, options: Options, generation: Generation = "v4") -> Sdk | None:
    """The SDK of a generation that a file uses, None where its version is not known.

    utf8: the file's text. A version that the options name is v5's from 5.0.0, else v4's.
    """
    if options.sdk_auto:
        from flake8_trtc.detect.npm import find_sdk

        return find_sdk(path, utf8, generation)
    named = options.sdk_version
    if named is None or (named[0] >= 5) is not (generation == "v5"):
        return None
    return Sdk(named, ".".join(map(str, named)), "")


def generations(path: str, utf8: bytes, options: Options) -> tuple[Generation, ...]:
    """The generations that a file may use, by the options or by what is around it; () if unknown.

    utf8: the file's text. A project that moves from v4 to v5 has both.
    """
    both: tuple[Generation, ...] = ("v4", "v5")
    return tuple(one for one in both if sdk_of(path, utf8, options, one) is not None)


def unversioned(path: str, utf8: bytes, options: Options) -> bool:
    """True if the SDK of a file was looked for and not found."""
    return options.sdk_auto and not generations(path, utf8, options)


def told(sdk: Sdk | None, options: Options) -> tuple[Message, ...]:
    """The reason of a finding that names the SDK, where one was looked for."""
    if not options.sdk_auto:
        return ()
    if sdk is None:
        return (reasons.NO_VERSION(),)
    return (reasons.VERSION(version=sdk.text, source=sdk.source),)
