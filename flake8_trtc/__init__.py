"""flake8-trtc: the error codes of Tencent's TRTC Web SDK v4, found, explained and named.

`from flake8_trtc import ErrorCode` is all that an application needs at run time, so this module
loads nothing else: neither flake8 nor LibCST nor tree-sitter.
"""

from flake8_trtc.error_code import ErrorCode

__all__ = ["ErrorCode", "__version__"]

__version__ = "0.1.0"
