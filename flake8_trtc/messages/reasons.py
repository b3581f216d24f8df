"""Why a number is a code of TRTC's, or is none: the reasons of a verdict."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# Which SDK is in use.
ASSUMED = Sentence("trtc-assume names this file", "trtc-assume 指明了该文件")
FILE_NAME = Sentence("the file's name speaks of TRTC", "文件名与 TRTC 有关")
LOADED = Sentence("{names} is loaded", "加载了 {names}")
NEAR = Sentence("the code around it says {said}", "周围的代码中有 {said}")
FILE = Sentence("the file says {said}", "文件中有 {said}")
NO_WORD = Sentence("nothing here says TRTC", "此处没有与 TRTC 有关的内容")
OWNER = Sentence("{owner} is TRTC's", "{owner} 来自 TRTC")
COMPANY = Sentence("a rare code is used in this file", "该文件中还使用了少见的错误码")

# How the number's subject is named.
OTHER_NAME = Sentence("nothing here names a code", "此处没有表示错误码的名称")
NEUTRAL_NAME = Sentence("a place for codes", "此处是通常写错误码的位置")
CODE_NAME = Sentence("its subject is named like a code", "与之相关的名称表示错误码")

# Which version of the SDK it is.
NO_VERSION = Sentence("nothing here tells the version of the SDK", "无法得知 SDK 的版本")
VERSION = Sentence("the SDK is {version}, says {source}", "SDK 版本为 {version}（来自 {source}）")
