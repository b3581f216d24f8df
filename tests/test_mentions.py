"""Where words stand in a text: searched for one by one, then all at once."""

from hypothesis import given
from hypothesis import strategies as st

from flake8_trtc.languages import mentions

WORDS = st.text("ab1_$ .é", max_size=14).map(str.encode)


@given(WORDS)
def test_a_search_finds_what_a_list_of_all_words_has(text: bytes) -> None:
    """A word is found by itself exactly where the list of all words has it."""
    listed: dict[bytes, list[int]] = {}
    for match in mentions._WORD.finditer(text):
        listed.setdefault(match[0], []).append(match.start())
    for word in {*listed, b"a", b"ab", b"_", b"b1"}:
        assert mentions._Words(text).starts(word) == listed.get(word, [])


def test_many_words_are_listed() -> None:
    """What is asked for beyond the first few comes from the list, in order."""
    names = [f"name{number}".encode() for number in range(3 * mentions._FEW)]
    words = mentions._Words(b" ".join([*names, b"1if name1 name10x"]))
    assert [words.starts(name) for name in names[:2]] == [[0], [6, 6 * 10 + 7 * 38 + 4]]
    assert all(len(words.starts(name)) == 1 for name in names[2:])
    assert words.starts(b"if")
    assert not words.starts(b"name")
