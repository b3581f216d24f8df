"""The table of options: their names, what `--help` says of them, and the form of their values."""

from __future__ import annotations

from flake8_trtc._lean import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Setting(NamedTuple):
    """One option of ours, which is also a key of configuration files.

    help: what `--help` says, and the documentation; zh: the same in Chinese; both without a full
    stop. listed: it takes several values; paths: they are globs of paths.
    """

    name: str
    metavar: str
    help: str
    zh: str
    listed: bool = False
    paths: bool = False


SETTINGS = (
    Setting(
        "trtc-sdk-version",
        "X.Y.Z|auto",
        "version of the TRTC Web SDK in use, e.g. 4.15.22: retired codes are reported only where "
        "that version has retired them, and codes it does not have yet are reported too; "
        "auto: told by the page's script, node_modules, lock files or package.json",
        "所用 TRTC Web SDK 的版本，例如 4.15.22：只报告在该版本中确已停用的错误码，并报告该版本尚未提供的错误码；"
        "auto：从页面的脚本、node_modules、锁文件或 package.json 得知",
    ),
    Setting(
        "trtc-error-code",
        "MODULE:NAME",
        "where the constants are imported from (default: flake8_trtc:ErrorCode)",
        "从哪里导入常量（默认：flake8_trtc:ErrorCode）",
    ),
    Setting(
        "trtc-js-error-code",
        "NAME|MODULE#NAME",
        "the constants in JavaScript: a global (TRTC_CODES), or a module and its export "
        "(./trtc-codes.js#ErrorCode, relative to the configuration); "
        "default: the fix declares the ones it uses",
        "JavaScript 中的常量：全局变量（TRTC_CODES），或模块及其导出（./trtc-codes.js#ErrorCode，相对于配置文件）；"
        "默认由修复命令声明所用的常量",
    ),
    Setting(
        "trtc-allow",
        "CODE[,…]",
        "numbers or constant names that are never reported",
        "从不报告的数字或常量名",
        listed=True,
    ),
    Setting(
        "trtc-assume",
        "GLOB[,…]",
        "files that are TRTC code even where nothing in them says so",
        "即使看不出来，也视为 TRTC 代码的文件",
        listed=True,
        paths=True,
    ),
    Setting(
        "trtc-language",
        "en|zh",
        "language of the messages (default: en)",
        "提示信息的语言（默认：en）",
    ),
)

CHOICES = (
    ("select", "CODE"),
    ("extend-select", "CODE"),
    ("enable-extensions", "FAMILY"),
    ("ignore", "CODE"),
    ("extend-ignore", "CODE"),
    ("exclude", "GLOB"),
    ("extend-exclude", "GLOB"),
)
"""flake8's own options that `check` and `fix` have, too: name, item of the list."""

CODES = ("select", "extend-select", "ignore", "extend-ignore")
FILENAME = "filename"
"""flake8's globs of the modules that a walk takes; read from its own configuration alone."""
GLOBS = ("exclude", "extend-exclude", "trtc-assume")
ADDED = ("extend-select", "enable-extensions", "extend-ignore", "extend-exclude")
"""Options that add to those of a weaker place; all others replace them."""
LISTED = frozenset(
    [*(name for name, _ in CHOICES), *(item.name for item in SETTINGS if item.listed)]
)
NAMES = (
    *(item.name for item in SETTINGS),
    *(name for name, _ in CHOICES),
    "per-file-ignores",
    "disable-noqa",
)
"""Every option that a configuration may hold for us, in the order in which they are shown."""


def close(name: str, known: Iterable[str], cutoff: float) -> str | None:
    """The name that is meant by one that is not known, or None. cutoff: how like it is at least."""
    from difflib import get_close_matches  # only a mistake needs it

    return next(iter(get_close_matches(name, known, n=1, cutoff=cutoff)), None)
