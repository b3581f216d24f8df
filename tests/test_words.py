"""Names and what they say."""

from __future__ import annotations

import pytest

from flake8_trtc.languages.words import Likeness, likeness, table_likeness, words
from flake8_trtc.model import Subject


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("error_code", ("error", "code")),
        ("errorCode", ("error", "code")),
        ("RTCErrorCode", ("rtc", "error", "code")),
        ("ERR_CODE", ("err", "code")),
        ("getHTTPCode2", ("get", "http", "code")),
        ("kebab-case", ("kebab", "case")),
        ("code_", ("code",)),
        ("错误码", ("错误码",)),
        ("_", ()),
        ("", ()),
    ],
)
def test_words(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected


@pytest.mark.parametrize(
    "name",
    "code codes error_code errorCode errCode ErrorCode ERR_CODE errcode errno code_ codeNumber "
    "error_code_int get_code last_error_code trtcCode join_code sdk_code".split(),
)
def test_names_of_codes(name: str) -> None:
    assert likeness(Subject(name, name)) is Likeness.CODE


@pytest.mark.parametrize(
    "name",
    "unicode unicode_code char_code charCode key_code country_code countryCode lang_code "
    "status_code statusCode http_code op_code zip_code postal_code color_code type_code "
    "min_code clear_code qr_code epsg_code codec encode decoder size len port _".split(),
)
def test_names_of_other_things(name: str) -> None:
    assert likeness(Subject(name, name)) < Likeness.ERROR


@pytest.mark.parametrize(
    "name", "err error reason result ret response_code event_code exit_code".split()
)
def test_names_of_errors(name: str) -> None:
    assert likeness(Subject(name, name)) is Likeness.ERROR


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("err", Likeness.CODE),
        ("report", Likeness.CODE),
        ("payload", Likeness.CODE),
        ("event", Likeness.ERROR),
        ("message", Likeness.ERROR),
        ("country", Likeness.OTHER),
        ("char", Likeness.OTHER),
        ("status", Likeness.OTHER),
    ],
)
def test_what_a_code_is_read_from(base: str, expected: Likeness) -> None:
    assert likeness(Subject(f"{base}.code", "code", base)) is expected


def test_a_getter_is_a_code_whatever_its_name() -> None:
    assert likeness(Subject("n", "value", getter=True)) is Likeness.CODE


def test_no_subject_is_nothing() -> None:
    assert likeness(None) is Likeness.OTHER


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ERROR_MESSAGES", Likeness.CODE),
        ("RETRYABLE_CODES", Likeness.CODE),
        ("trtcMessages", Likeness.CODE),
        ("MESSAGES", Likeness.ERROR),
        ("ADVICE", Likeness.ERROR),
        ("X", Likeness.NEUTRAL),
        ("KEY_CODES", Likeness.OTHER),
        ("COUNTRY_CODES", Likeness.OTHER),
        ("TIMEFRAMES", Likeness.OTHER),
        ("", Likeness.OTHER),
    ],
)
def test_tables(name: str, expected: Likeness) -> None:
    assert table_likeness(name) is expected
