"""The rows of the catalog: the named tuples that its generated modules and `rules.py` fill in.

The facts are those of the SDK's own page of error codes, of its bundle and of its index.d.ts
(trtc-js-sdk 4.15.22); they are edited in catalog/*.toml.
"""

from __future__ import annotations

from flake8_trtc._lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from flake8_trtc.model import Generation

    Given: TypeAlias = Literal["error", "event", "none"]
    """The kinds of things that v5 gives in place of an error of v4."""
    Use: TypeAlias = Literal["alone", "beside", "library"]
    Severity: TypeAlias = Literal["error", "warning", "note"]
    Subject: TypeAlias = Literal["codes", "texts", "comments"]


class Bilingual(NamedTuple):
    """The same text in ASCII English and in Chinese (of the catalog: the page's own)."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        """The text in "en" or "zh"."""
        return self.zh if language == "zh" else self.en


class Provenance(NamedTuple):
    """Each source has: "named" (value and name), "unnamed" (the value alone) or "absent"."""

    page: str = "named"
    bundle: str = "named"
    dts: str = "named"


class Conversion(NamedTuple):
    """The result of trtc-sdk-v5 where v4 gave a code.

    kind: an "error", an "event" of TRTC.EVENT, or "none"; code: the error's member of
    TRTC.ERROR_CODE; extra: its extra code, server: that is the server's own; event: the event's
    member of TRTC.EVENT (of an error: what brings it, where no call throws it); note: what else a
    handler has to know, a phrase; sure: two sources do not disagree; exact: one to one, that is,
    thrown under `code`, which v5 gives for no other code of v4.
    """

    kind: Given
    code: str | None = None
    extra: int | None = None
    server: bool = False
    event: str | None = None
    note: Bilingual | None = None
    sure: bool = True
    exact: bool = False


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
    v5: Conversion
    summary: Bilingual
    description: Bilingual
    aliases: tuple[str, ...] = ()
    advice: Bilingual | None = None
    notes: tuple[Bilingual, ...] = ()
    since: str | None = None
    deprecated: str | None = None
    not_thrown_since: str | None = None
    last_without: str | None = None
    last_build: str | None = None
    first_not_constructing: str | None = None
    replacement: Bilingual | None = None
    raised_by: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    examples: tuple[Bilingual, ...] = ()
    provenance: Provenance = Provenance()

    @property
    def retired(self) -> bool:
        """True if it is deprecated, or no longer thrown."""
        return self.deprecated is not None or self.not_thrown_since is not None


class Detail(NamedTuple):
    """A code that comes as the extra code of its parent: of JOIN_ROOM_FAILED, or an account code.

    ambiguous: so common elsewhere that it says nothing by itself.
    """

    value: int
    parent: str
    summary: Bilingual
    description: Bilingual
    ambiguous: bool = False


class CaptureError(NamedTuple):
    """A browser's `error.name` behind its parent, INITIALIZE_FAILED."""

    name: str
    parent: str
    description: Bilingual
    advice: Bilingual | None = None


class Code(NamedTuple):
    """A code of v5, a member of TRTC.ERROR_CODE, or of liteav, a member of liteav.Error.

    summary: a phrase without a full stop; advice: what to do; note: a remark.
    """

    value: int
    name: str
    summary: Bilingual
    advice: Bilingual | None = None
    note: Bilingual | None = None


class ExtraCode(NamedTuple):
    """A value of `error.extraCode` in v5; the SDK keeps the name inside its bundle.

    aliases: what older builds called it; parent: the name of the code that it comes with;
    first_build: the first npm version that has it; browser: the name of the browser's error behind
    it; note: a remark; documented: the vendor's page has it; in_core: the core of 5.17.1 sends it,
    not only defines it (a plugin may send what the core does not).
    """

    value: int
    name: str
    parent: str
    first_build: str
    summary: Bilingual
    aliases: tuple[str, ...] = ()
    browser: str | None = None
    note: Bilingual | None = None
    documented: bool = True
    in_core: bool = True


class InternalCode(NamedTuple):
    """A code of the engine inside v5, which an application sees only in logs.

    v5: what the SDK converts it to.
    """

    value: int
    name: str
    summary: Bilingual
    v5: Conversion


class Product(NamedTuple):
    """An SDK, and how a text that uses it is told from others.

    key: one word, such as "v4"; family: "trtc" for TRTC's own, else the vendor; codes: whose table
    the codes of its errors are in, None where the catalog has none of it; use: what a text that
    loads it may use besides: nothing, the Web SDK, or whatever it likes; None of another vendor's;
    packages: of npm, "*" at the end standing for any rest; modules: of Python; scripts: parts of an
    address; globals: names that its script defines; calls: "TRTC.create" of a global or a binding,
    ".createPusher" of any receiver.
    """

    key: str
    name: str
    family: str
    codes: Generation | None = None
    use: Use | None = None
    packages: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    globals: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


class Rule(NamedTuple):
    """One rule.

    code: never reused or renumbered; title: a short noun phrase; default: on without being asked
    for, else as one of its family; fixable: `fix` can rewrite what it finds; message: a template of
    `str.format`; doc: why it exists and what to do. severity: "error" where the code does something
    else than it says, or fails, which of no other rule can be said for sure; silenceable: a comment
    may silence it; subject: it judges codes, whole texts that may hold some, or the comments that
    silence others; example: a line that it finds; retired: what it finds is there no more.
    """

    code: str
    title: Bilingual
    default: bool
    fixable: bool
    message: Bilingual
    doc: Bilingual
    severity: Severity = "warning"
    silenceable: bool = True
    subject: Subject = "codes"
    example: str = ""
    retired: bool = False

    @property
    def family(self) -> str:
        """The entry point of flake8 that reports it: TRT, or of an opt-in rule the like of TRT9."""
        return "TRT" if self.default else self.code[:4]
