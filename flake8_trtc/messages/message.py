"""A sentence in both languages, and a message: the sentence with what it says this time."""

from __future__ import annotations

import sys

from flake8_trtc._lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def program(command: str = "") -> str:
    """The words that run this program, or a command of it, as it was run itself.

    Whoever has found no script `flake8-trtc` and runs the module is told of the module.
    """
    run = sys.argv[0].replace("\\", "/") if sys.argv else ""
    fix = run.endswith("/flake8_trtc/fix/__main__.py")
    if fix and command == "fix":
        return "python -m flake8_trtc.fix"
    module = fix or run.endswith("/flake8_trtc/__main__.py")
    return f"{'python -m flake8_trtc' if module else 'flake8-trtc'} {command}".rstrip()


class Sentence(NamedTuple):
    """One thing to say.

    en, zh: in ASCII English and in Chinese, with {names} for what differs from time to time.
    one: the English where the name `n` is 1; "" where it is the same.
    """

    en: str
    zh: str
    one: str = ""

    def __call__(self, **said: object) -> Message:
        """The message that says it of these values; a value may be a message itself."""
        return Message(self, said)

    def of(self, language: str, **said: object) -> str:
        """The text in "en" or "zh" that says it of these values."""
        return self(**said).of(language)


class Message(str):
    """A message to a user: its English text, which knows its other language.

    Plain data: as good as the same message from another process.
    """

    __slots__ = ("_said", "_sentence")
    _sentence: Sentence
    _said: dict[str, object]

    def __new__(cls, sentence: Sentence, said: dict[str, object]) -> Message:
        english = sentence.one if sentence.one and said.get("n") == 1 else sentence.en
        self = super().__new__(cls, english.format(**said))
        self._sentence = sentence
        self._said = said
        return self

    def __reduce__(self) -> tuple[type[Message], tuple[Sentence, dict[str, object]]]:
        return Message, (self._sentence, self._said)

    def of(self, language: str) -> str:
        """The text in "en" or "zh"."""
        if language == "en":
            return str(self)
        return self._sentence.zh.format(
            **{
                name: value.of(language) if isinstance(value, Message) else value
                for name, value in self._said.items()
            }
        )


class Failure(Exception):
    """Something can't be done; `message` says why, str() says it in English."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def listed(names: Iterable[str], mark: str = ", ") -> Message:
    """Names one after another, with a mark between them; in Chinese it is the language's own."""
    plain = [name.replace("{", "{{").replace("}", "}}") for name in names]
    return Sentence(mark.join(plain), "、".join(plain))()


_AS_IT_IS = Sentence("{text}", "{text}")


def verbatim(text: str) -> Message:
    """Words that have no other language: those of another program."""
    return _AS_IT_IS(text=text)


def visible(text: str) -> str:
    """Text that steers no terminal, no reading direction and no continuous integration.

    What can't be printed is written as in Python's strings, and so is what would make a workflow
    command of GitHub of a line: `::` at its beginning, `##[` anywhere.
    """
    if not text.isprintable():
        text = "".join(
            c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text
        )
    if text.lstrip().startswith("::"):
        text = text.replace(":", "\\x3a", 1)
    return text.replace("##[", "#\\x23[")
