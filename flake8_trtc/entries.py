"""What the catalog's rows are: the named tuples that its generated modules fill in.

The facts are those of the SDK's own page of error codes, of its bundle and of its index.d.ts
(trtc-js-sdk 4.15.22); they are edited in catalog/*.toml.
"""

from __future__ import annotations

from flake8_trtc.lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Generation: TypeAlias = Literal["v4", "v5", "liteav"]
    """Whose table of codes: that of the Web SDK v4, of v5, or of liteav."""


class Text(NamedTuple):
    """The same text in ASCII English and in Chinese (of the catalog: the page's own)."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        """The text in "en" or "zh"."""
        return self.zh if language == "zh" else self.en


class Provenance(NamedTuple):
    """What each source has: "named" (value and name), "unnamed" (the value alone) or "absent"."""

    page: str = "named"
    bundle: str = "named"
    dts: str = "named"


class Constant(NamedTuple):
    """One member of the SDK's ErrorCode.

    rare: the number is hardly seen outside TRTC; name_rare: so are its name and aliases;
    summary: a phrase without a full stop; aliases: how older builds misspelt the name; since,
    deprecated, not_thrown_since: SDK versions such as "4.11.12"; replacement: a phrase that says
    what to use instead; raised_by: where the page says the error comes out; related: methods such
    as "Client.join"; examples: JavaScript, which differs by language in its comments.
    """

    value: int
    name: str
    rare: bool
    name_rare: bool
    first_build: str
    summary: Text
    description: Text
    aliases: tuple[str, ...] = ()
    advice: Text | None = None
    notes: tuple[Text, ...] = ()
    since: str | None = None
    deprecated: str | None = None
    not_thrown_since: str | None = None
    last_without: str | None = None
    last_build: str | None = None
    first_not_constructing: str | None = None
    replacement: Text | None = None
    raised_by: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    examples: tuple[Text, ...] = ()
    provenance: Provenance = Provenance()


class Detail(NamedTuple):
    """A code that comes as the extra code of its parent: of JOIN_ROOM_FAILED, or an account code.

    ambiguous: so common elsewhere that it says nothing by itself.
    """

    value: int
    parent: str
    summary: Text
    description: Text
    ambiguous: bool = False


class CaptureError(NamedTuple):
    """A browser's `error.name` behind its parent, INITIALIZE_FAILED."""

    name: str
    parent: str
    description: Text
    advice: Text | None = None


class Product(NamedTuple):
    """An SDK, and how a text that uses it is told from others.

    key: one word, such as "v4"; family: "trtc" for TRTC's own, else the vendor; codes: whose table
    the codes of its errors are in, None where the catalog has none of it; packages: of npm, "*" at
    the end standing for any rest; modules: of Python; scripts: parts of an address; globals: names
    that its script defines; calls: "TRTC.create" of a global or a binding, ".createPusher" of any
    receiver.
    """

    key: str
    name: str
    family: str
    codes: Generation | None = None
    packages: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    globals: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
