"""flake8-trtc: the error codes of Tencent's TRTC, Web SDK v4 and v5, found, explained and named.

`from flake8_trtc import ErrorCode` is all that an application needs at run time, so this module
loads nothing else: neither flake8 nor LibCST nor tree-sitter. The constants themselves are loaded
when they are asked for, since the linter's own processes hardly ever need them.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flake8_trtc.error_code import ErrorCode

__all__ = ["ErrorCode", "__version__"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name != "ErrorCode":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from flake8_trtc.error_code import ErrorCode

    globals()[name] = ErrorCode
    return ErrorCode
