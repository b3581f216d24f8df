import pytest

from callcenter.trtc_texts import text_for


@pytest.mark.parametrize(
    "code, expected",
    [
        (4096, "Invalid parameter"),
        (4099, "No camera or microphone"),
        (16388, "Could not join the room"),
        (16452, "Please reconnect your device"),
        (99999, "Something went wrong"),
    ],
)
def test_text_for_known_codes(code, expected):
    assert text_for(code) == expected


@pytest.mark.parametrize("lang", ["en", "zh", "de"])
def test_every_language_has_unknown(lang):
    assert text_for(None, lang=lang)
