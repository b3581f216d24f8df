"""Why a file can't be read, rewritten or written, and why one is skipped."""

from __future__ import annotations

import errno

from flake8_trtc.messages.message import Message, Sentence

# Sources.
BOM_AND_COOKIE = Sentence(
    "a UTF-8 byte-order mark, but a coding cookie says {encoding}",
    "有 UTF-8 BOM，编码声明却是 {encoding}",
)
NUL = Sentence(
    "it holds a NUL byte, so it is not text; save it as UTF-8",
    "含有 NUL 字节，不是文本；请存为 UTF-8",
)
NOT_UTF8 = Sentence(
    "byte {offset} is not utf-8; save it as UTF-8",
    "第 {offset} 个字节不是有效的 utf-8；请保存为 UTF-8",
)
NOT_ENCODED = Sentence(
    "byte {offset} is not {encoding}; save it as UTF-8 or declare its encoding",
    "第 {offset} 个字节不是有效的 {encoding}；请保存为 UTF-8，或声明文件编码",
)
UNKNOWN_ENCODING = Sentence(
    "unknown encoding {name!r} in its coding cookie", "编码声明中的 {name!r} 不是已知编码"
)
NO_CHARACTER = Sentence("{encoding} has no {missing!r}", "{encoding} 无法表示 {missing!r}")
NOT_JSON = Sentence(
    "not a notebook: it is not JSON ({error}); save it again",
    "不是有效的笔记本：内容不是 JSON（{error}）；请重新保存",
)
NO_CELLS = Sentence(
    "not a notebook of format 4: it has no cells; convert it",
    "不是格式 4 的笔记本：没有单元格；请先转换格式",
)

# Files.
NOT_REGULAR = Sentence("not a regular file", "不是普通文件")
CHANGED = Sentence(
    "changed on disk while it was being fixed; not overwritten", "改写期间文件已被修改；未覆盖"
)
READ_ONLY = Sentence("is read-only", "是只读文件")
OLD_CONTENT = Sentence("{reason}; its old content is in {name}", "{reason}；原内容保存在 {name}")
NOT_OURS = Sentence(
    "not written by this command; move it away first", "不是由本命令生成的；请先移走该文件"
)
OUTSIDE = Sentence(
    "outside of this project, not written; write it with {program}",
    "位于项目之外，未写入；请用 {program} 生成",
)
MISSING = Sentence("no such file or directory", "没有该文件或目录")
UNREADABLE = Sentence("can't be read", "无法读取")
OF_BASELINE = Sentence("baseline {path}: {reason}", "基线 {path}：{reason}")
OF_FILE = Sentence("{path}: {reason}", "{path}：{reason}")

# Logs.
CUT_SHORT = Sentence(
    "ends in the middle, or is damaged; what could be read is counted",
    "文件不完整或已损坏；能读出的部分已计入",
)
NO_ZSTD = Sentence(
    "zstd needs the package zstandard: pip install zstandard",
    "读取 zstd 需要 zstandard 包：pip install zstandard",
)

# Tables.
NO_COLUMN = Sentence(
    "the table has no column {name!r}; it has {columns}", "表中没有 {name!r} 列；已有：{columns}"
)
COLUMN_TWICE = Sentence(
    "the result has a column {name!r} of its own; rename the table's",
    "结果自己有 {name!r} 列；请给表中的该列改名",
)
COLUMN_TYPE = Sentence(
    "column {name!r} is {kind}; it must be {wanted}", "{name!r} 列是 {kind}；应为 {wanted}"
)
OUTPUT_EXISTS = Sentence(
    "is there already; say --mode overwrite or append", "已存在；请指定 --mode overwrite 或 append"
)
NO_REPOSITORY = Sentence("no repository of git at or below it", "此处及其下都没有 git 仓库")
NO_CONTENT = Sentence(
    "the row has no content; if --repos made it, git can't read the file",
    "该行没有内容；若由 --repos 生成，则是 git 无法读取该文件",
)
NO_PATH = Sentence(
    "the row has no path; if --repos made it, git can't read the repository",
    "该行没有路径；若由 --repos 生成，则是 git 无法读取该仓库",
)
PATH_OUTSIDE = Sentence(
    "its path leads out of the repository; paths are relative, with slashes",
    "路径指向仓库之外；应为以 / 分隔的相对路径",
)
TOO_LARGE = Sentence(
    "{size} bytes, more than the limit of {limit}; raise it with --max-bytes",
    "{size} 字节，超出上限 {limit}；可用 --max-bytes 调高",
)
TOO_LONG = Sentence(
    "took more than {seconds:g} s of CPU; raise the limit with --max-seconds",
    "占用 CPU 超过 {seconds:g} 秒；可用 --max-seconds 调高上限",
)

# Rewriting.
NOT_CONVERGED = Sentence(
    "the fix did not converge: what it rewrote is found again", "改写未收敛：已改写之处又被报告"
)
NOT_ENCODABLE = Sentence(
    "the new text does not survive the file's encoding", "文件的编码无法表示改写后的文本"
)
NOT_PROVED = Sentence("the rewrite failed its own proof: {error}", "改写结果未通过校验：{error}")
DEFECT = Sentence(
    "internal error, nothing written: {kind}: {error}", "内部错误，未写入：{kind}：{error}"
)
NOT_COMPILED = Sentence(
    "does not compile: {error} (line {line})", "无法编译：{error}（第 {line} 行）"
)
TOO_DEEP = Sentence("can't be compiled: it is nested too deeply", "无法编译：嵌套过深")
NOT_THIS_PYTHON = Sentence(
    "does not parse as Python {version}: {error}", "无法按 Python {version} 解析：{error}"
)
NOT_PARSED = Sentence("can't be parsed: {error}", "无法解析：{error}")

# Skipped.
UNREAD = Sentence("not a kind of file that is read", "不支持的文件类型")
EXCLUDED = Sentence("excluded", "已排除")
IGNORED = Sentence("ignored by git", "被 git 忽略")
LEADS_NOWHERE = Sentence("a link that leads nowhere", "链接指向不存在的位置")
LEAVES_TREE = Sentence(
    "a link that leads out of what is to be fixed; name it to fix it",
    "链接指向指定范围之外，需明确指定才会改写",
)
VENDORED = Sentence("its scripts are vendored", "其中的脚本来自第三方")
BY_DEFAULT = Sentence("by default; name it to check it", "默认跳过，需明确指定")
SDK_BUILD = Sentence("a build of the TRTC SDK", "TRTC SDK 的构建产物")
MINIFIED = Sentence("minified", "经过压缩的脚本")

_SYSTEM = {
    errno.ENOENT: "没有该文件或目录",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许该操作",
    errno.EISDIR: "是目录",
    errno.ENOTDIR: "不是目录",
    errno.ENOSPC: "磁盘空间不足",
    errno.ELOOP: "符号链接层数过多",
    errno.ENAMETOOLONG: "文件名过长",
    errno.EROFS: "文件系统是只读的",
}


def system(error: OSError) -> Message:
    """An OSError's own words, in the style of the other messages."""
    words = error.strerror or type(error).__name__
    return _words(words[:1].lower() + words[1:], error)


def strerror(error: OSError) -> Message:
    """An OSError's own words as the system writes them."""
    return _words(error.strerror or type(error).__name__, error)


def _words(words: str, error: OSError) -> Message:
    words = words.replace("{", "{{").replace("}", "}}")
    return Sentence(words, _SYSTEM.get(error.errno or 0, words))()
