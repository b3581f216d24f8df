"""Where codes and rules are documented: addresses of pages, in both languages."""

from __future__ import annotations

from flake8_trtc.catalog.codes import CONSTANTS, DETAILS

SITE = "https://flake8-trtc.readthedocs.io/"
"""Where the documentation is; mkdocs.yml has it, too."""
SDK_PAGES = {
    "en": "https://web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html",
    "zh": "https://web.sdk.qcloud.com/trtc/webrtc/doc/zh-cn/module-ErrorCode.html",
}
"""The SDK's own page of error codes, by language."""


def constant(value: int | None) -> str | None:
    """The name of the constant that has a value, None where there is none."""
    found = CONSTANTS.get(value) if value is not None else None
    return None if found is None else found.name


def page(language: str, value: int | None = None) -> str:
    """The address of a code's page in the documentation, of the list where it has none."""
    detail = DETAILS.get(value) if value is not None else None
    if detail is not None:
        return f"{_site(language)}codes/{detail.parent}/#{value}"
    name = constant(value)
    if value is None or name is not None:
        return f"{_site(language)}codes/" + ("" if name is None else f"{name}/")
    return f"{_site(language)}codes/{_other_page(value)}"


def _other_page(value: int) -> str:
    """Where the page of a code that v4 has not is below that of all codes; "" where it has none."""
    from flake8_trtc.catalog import liteav_codes, v5_codes

    for sdk, codes in (("v5", v5_codes.CODES), ("liteav", liteav_codes.CODES)):
        if value in codes:
            return f"{sdk}/{codes[value].name}/"
    extra = v5_codes.EXTRA_CODES.get(value)
    return "" if extra is None else f"v5/{extra.parent}/#{value}"


def rule_page(language: str, code: str) -> str:
    """The address of a rule's page in the documentation."""
    return f"{_site(language)}rules/{code}/"


def _site(language: str) -> str:
    return SITE if language == "en" else f"{SITE}{language}/"
