"""Names and what they say."""

from __future__ import annotations

import pytest

from flake8_trtc.languages.names import (
    Likeness,
    entry_likeness,
    holds_codes,
    is_text_table,
    likeness,
    says_code,
    says_error_code,
    table_likeness,
    tells_of_errors,
    words,
)
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
    "error_code_int get_code last_error_code trtcCode sdk_code retcode ret_code returnCode errNo "
    "code_of_error join_error_code lastCode expectedCode retryable_codes failure_code extraCode "
    "err error last_error trtcError 错误码 错误代码 reason_code cause_code rootCauseCode client_code "
    "remoteCode raw_code observed_code".split(),
)
def test_names_of_codes(name: str) -> None:
    assert likeness(Subject(name, name)) is Likeness.CODE


@pytest.mark.parametrize(
    "name",
    "x v value n c e i_ arg d values errors reason failure join_error publishError serverError".split(),
)
def test_names_of_any_value(name: str) -> None:
    expected = Likeness.OTHER if name == "i_" else Likeness.NEUTRAL
    assert likeness(Subject(name, name)) is expected


@pytest.mark.parametrize(
    "name",
    "unicode unicode_code char_code charCode key_code country_code countryCode lang_code "
    "status_code statusCode http_code op_code zip_code postal_code color_code type_code "
    "min_code clear_code qr_code epsg_code codec encode decoder size len port _ "
    "error_budget trtc_port trtc_room_id join_code giftCode vendorCode result ret res n_errors "
    "close_code exitCode response_code event_code max_error errorImage trtc_timeout http_error_code "
    "error_count TRTC_BITRATE room_code device_code errorHeight pop_code wait_code send_code "
    "verifyCode check_code runCode sourceCode".split(),
)
def test_names_of_other_things(name: str) -> None:
    assert likeness(Subject(name, name)) is Likeness.OTHER


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("err", Likeness.CODE),
        ("report", Likeness.CODE),
        ("payload", Likeness.CODE),
        ("item", Likeness.CODE),
        ("obj", Likeness.CODE),
        ("e", Likeness.CODE),
        ("TrtcError", Likeness.CODE),
        ("last_error", Likeness.CODE),
        ("event", Likeness.NEUTRAL),
        ("message", Likeness.NEUTRAL),
        ("snapshot", Likeness.NEUTRAL),
        ("country", Likeness.OTHER),
        ("char", Likeness.OTHER),
        ("status", Likeness.OTHER),
        ("giftCard", Likeness.OTHER),
    ],
)
def test_what_a_code_is_read_from(base: str, expected: Likeness) -> None:
    assert likeness(Subject(f"{base}.code", "code", base)) is expected


@pytest.mark.parametrize(
    ("text", "name", "base", "expected"),
    [
        ("errorImage.height", "height", "errorImage", Likeness.OTHER),
        ("err.number", "number", "err", Likeness.CODE),
        ("form.number", "number", "form", Likeness.OTHER),
        ("e.value", "value", "e", Likeness.NEUTRAL),
        ("slider.value", "value", "slider", Likeness.OTHER),
    ],
)
def test_what_is_read_from_what(text: str, name: str, base: str, expected: Likeness) -> None:
    assert likeness(Subject(text, name, base)) is expected


def test_a_getter_is_a_code_whatever_its_name() -> None:
    assert likeness(Subject("n", "value", getter=True)) is Likeness.CODE


def test_no_subject_is_nothing() -> None:
    assert likeness(None) is Likeness.OTHER


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ERROR_MESSAGES", Likeness.CODE),
        ("RETRYABLE_CODES", Likeness.CODE),
        ("DEVICE_ERRORS", Likeness.CODE),
        ("text_by_code", Likeness.CODE),
        ("codeToText", Likeness.CODE),
        ("adviceForCode", Likeness.CODE),
        ("trtcMessages", Likeness.NEUTRAL),
        ("MESSAGES", Likeness.NEUTRAL),
        ("ADVICE", Likeness.NEUTRAL),
        ("X", Likeness.NEUTRAL),
        ("KEY_CODES", Likeness.OTHER),
        ("COUNTRY_CODES", Likeness.OTHER),
        ("JOIN_CODES", Likeness.OTHER),
        ("TIMEFRAMES", Likeness.OTHER),
        ("ROOMS", Likeness.OTHER),
        ("error_rooms", Likeness.OTHER),
        ("errors_by_room", Likeness.OTHER),
        ("failed_user_ids", Likeness.OTHER),
        ("TRTC_BITRATES", Likeness.OTHER),
        ("error_budgets", Likeness.OTHER),
        ("max_errors", Likeness.OTHER),
        ("", Likeness.OTHER),
    ],
)
def test_tables(name: str, expected: Likeness) -> None:
    assert table_likeness(name) is expected


def test_tables_of_what_is_said() -> None:
    assert is_text_table("MESSAGES")
    assert not is_text_table("data")
    assert not is_text_table("")


def test_tables_of_codes_hold_codes_under_any_name() -> None:
    assert holds_codes("CODES")
    assert not holds_codes("codeMap")
    assert not holds_codes("JOIN_CODES")
    assert entry_likeness("join") is Likeness.CODE
    assert entry_likeness("timeout") is Likeness.OTHER


def test_whose_code_a_name_says_it_is() -> None:
    assert says_code("code")
    assert not says_code("error")
    assert not says_error_code("code")
    assert says_error_code("errCode")
    assert says_error_code("trtc_code")
    assert not says_error_code("last_code")


@pytest.mark.parametrize("name", "show_error isErrCode errorText handleErrorCode".split())
def test_functions_of_errors(name: str) -> None:
    assert tells_of_errors(name)


@pytest.mark.parametrize("name", "error set_error_timeout joinRoom max_error countErrors".split())
def test_functions_of_other_things(name: str) -> None:
    assert not tells_of_errors(name)
