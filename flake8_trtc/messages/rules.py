"""What `rules` says beside the title of a rule."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence
from flake8_trtc.messages.run import MARKS

SEMICOLON = {language: marks[2] for language, marks in MARKS.items()}
OPT_IN = Sentence("off, on with {family}", "默认关闭，用 {family} 启用")
FIXABLE = Sentence("with a fix", "可自动改写")
