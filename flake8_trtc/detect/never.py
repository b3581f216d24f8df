"""Tests that can never hold, and calls that can only fail: what is wrong, and what to write."""

from __future__ import annotations

from typing import NamedTuple

from flake8_trtc.catalog.codes import CONSTANTS, DETAILS, Text
from flake8_trtc.catalog.migration import in_v5
from flake8_trtc.catalog.v5_codes import CODES, EXTRA_CODES
from flake8_trtc.model import Kind, Level, Site, Verdict


class Problem(NamedTuple):
    """Why a test never holds, in one language; alone: without the rule's own message around it."""

    reason: str
    alone: bool = False


def problem_of(site: Site, verdict: Verdict, language: str) -> Problem | None:
    """Why a test can never hold, or a call can only fail; None where it may be right."""
    if site.misuse in _MISUSES:
        name = site.subject.name if site.subject is not None else ""
        said = _MISUSES[site.misuse].of(language).format(text=_written(site), name=name)
        return Problem(said, alone=True)
    if is_foreign_to_v5(site):
        return Problem(_of_v5(site, language))
    if site.subject is None or verdict.level < Level.LIKELY:
        return None
    if site.subject.thrown and site.place.compares and site.value in CONSTANTS:
        return Problem(_NO_CODE.of(language))
    return Problem(_NOT_A_STRING.of(language)) if is_never_equal(site) else None


def misuse_of_enum(site: Site, language: str) -> str | None:
    """What is wrong with the use of a member of liteav's enumeration; None where it is none."""
    said = _ENUMERATED.get(site.misuse)
    return None if said is None else said.of(language)


def is_never_equal(site: Site) -> bool:
    """Whether a code that is a number is compared strictly with a string."""
    getter = site.subject is not None and site.subject.getter
    return site.kind is Kind.STRING and site.strict and getter


def is_foreign_to_v5(site: Site) -> bool:
    """Whether a number is compared with the `.code` of an error of v5, and none of its eight."""
    number = site.kind is Kind.NUMBER or (site.kind is Kind.MEMBER and site.ours)
    if not number or site.subject is None or not site.place.compares or site.value in CODES:
        return False
    return site.subject.origin == ("code", "v5", "")


def _of_v5(site: Site, language: str) -> str:
    """What to write where the code of an error of v5 is compared with a number that is none."""
    constant = CONSTANTS.get(site.value or 0)
    if constant is not None:
        return _INSTEAD.of(language).format(given=in_v5(constant.v5, language))
    extra = site.value in EXTRA_CODES or site.value in DETAILS
    return (_EXTRA if extra else _EIGHT).of(language)


def _written(site: Site) -> str:
    return " ".join(site.subject.text.split()) if site.subject is not None else site.text


_MISUSES = {
    "getter": Text(
        "{text} is a TypeError: errors of v5 have no {name}(); read .code, or .extraCode",
        "{text} 会抛出 TypeError：v5 的错误对象没有 {name}()；请读取 .code 或 .extraCode",
    ),
    "name": Text(
        "{text} is never 'RtcError': the name of an error of v5 is that of its code; compare .code "
        "with TRTC.ERROR_CODE",
        "{text} 永远不是 'RtcError'：v5 错误的 name 是其错误码的名称；"
        "请将 .code 与 TRTC.ERROR_CODE 比较",
    ),
}
_ENUMERATED = {
    "order": Text(
        "which has no order, so this is a TypeError; compare it by == with another, or int() of it",
        "没有大小之分，此处会抛出 TypeError；请用 == 与其他成员比较，或比较其 int() 值",
    ),
    "truth": Text(
        "which is always true, ERR_OK too; compare it by == with liteav.Error.ERR_OK",
        "始终为真，ERR_OK 也不例外；请用 == 与 liteav.Error.ERR_OK 比较",
    ),
    "json": Text(
        "which JSON can't hold, so this is a TypeError; write int() of it",
        "不能写入 JSON，此处会抛出 TypeError；请写入其 int() 值",
    ),
}
_INSTEAD = Text(
    "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE; in its place v5 gives "
    "{given}",
    "v5 错误的 .code 只会是 TRTC.ERROR_CODE 的八个值之一；v5 中与之对应的是{given}",
)
_EXTRA = Text(
    "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE; this one is in .extraCode",
    "v5 错误的 .code 只会是 TRTC.ERROR_CODE 的八个值之一；该值在 .extraCode 中",
)
_EIGHT = Text(
    "the .code of v5's errors is one of the eight of TRTC.ERROR_CODE; a server's code is in "
    ".extraCode",
    "v5 错误的 .code 只会是 TRTC.ERROR_CODE 的八个值之一；服务端的错误码在 .extraCode 中",
)
_NO_CODE = Text(
    "errors of the v4 SDK have no .code; call getCode()",
    "v4 SDK 的错误对象没有 .code；请调用 getCode()",
)
_NOT_A_STRING = Text("it is a number; compare it with the constant", "它是数字；请与常量比较")
