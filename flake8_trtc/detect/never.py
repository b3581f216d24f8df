"""Tests that can never hold, and calls that can only fail: what is wrong, and what to write."""

from __future__ import annotations

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.codes import CONSTANTS, DETAILS
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.v5_codes import CODES, EXTRA_CODES
from flake8_trtc.messages import findings as said
from flake8_trtc.model import Kind, Level, Site, Verdict


class Problem(NamedTuple):
    """Why a test never holds, in one language; alone: without the rule's own message around it."""

    reason: str
    alone: bool = False


def problem_of(site: Site, verdict: Verdict, language: str) -> Problem | None:
    """Why a test can never hold, or a call can only fail; None where it may be right."""
    if site.misuse in _MISUSES:
        name = site.subject.name if site.subject is not None else ""
        reason = _MISUSES[site.misuse].of(language, text=_written(site), name=name)
        return Problem(reason, alone=True)
    if is_foreign_to_v5(site):
        return Problem(_of_v5(site, language))
    if site.subject is None or verdict.level < Level.LIKELY:
        return None
    origin = site.subject.origin
    absent = origin.aspect == "absent" or (site.subject.thrown and origin.kind == "unknown")
    if absent and site.place.compares and site.value in CONSTANTS:
        return Problem(said.NO_CODE.of(language))
    return Problem(said.NOT_A_STRING.of(language)) if is_never_equal(site) else None


def misuse_of_enum(site: Site, language: str) -> str | None:
    """The mistake in the use of a member of liteav's enumeration; None where there is none."""
    reason = _ENUMERATED.get(site.misuse)
    return None if reason is None else reason.of(language)


def is_never_equal(site: Site) -> bool:
    """True if a code that is a number is compared strictly with a string."""
    getter = site.subject is not None and site.subject.getter
    return site.kind is Kind.STRING and site.strict and getter


def is_foreign_to_v5(site: Site) -> bool:
    """True if a number is compared with the `.code` of an error of v5, and none of its eight."""
    number = site.kind is Kind.NUMBER or (site.kind is Kind.MEMBER and site.ours)
    if not number or site.subject is None or not site.place.compares or site.value in CODES:
        return False
    return site.subject.origin == ("code", "v5", "")


def _of_v5(site: Site, language: str) -> str:
    """The remedy where the code of an error of v5 is compared with a number that is none."""
    constant = CONSTANTS.get(site.value or 0)
    if constant is not None:
        return said.INSTEAD.of(language, given=in_v5(constant.v5, language))
    extra = site.value in EXTRA_CODES or site.value in DETAILS
    return (said.EXTRA_CODE if extra else said.EIGHT_CODES).of(language)


def _written(site: Site) -> str:
    return " ".join(site.subject.text.split()) if site.subject is not None else site.text


_MISUSES = {"getter": said.NO_GETTER, "name": said.OTHER_NAME}
_ENUMERATED = {"order": said.NO_ORDER, "truth": said.ALWAYS_TRUE, "json": said.NO_JSON}
