"""Mistakes in options, configuration files and baselines, with the remedy."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

ERROR = Sentence("{program}: error: {reason}", "{program}：错误：{reason}")

# Names and types.
UNKNOWN = Sentence("unknown option {name}; {hint}", "未知选项 {name}；{hint}")
DID_YOU_MEAN = Sentence("did you mean {near}?", "是否想写 {near}？")
KNOWN = Sentence("known: {names}", "可用的选项：{names}")
TWICE = Sentence(
    "{place}: {name} is given twice; keep one", "{place}：{name} 重复设置；请只保留一处"
)
NOT_A_LIST = Sentence(
    "{name} = {value} is not a list of strings", "{name} = {value} 不是字符串列表"
)
NOT_A_FLAG = Sentence(
    "{name} = {value} is neither true nor false", "{name} = {value} 既不是 true 也不是 false"
)
NOT_A_STRING = Sentence(
    "{name} = {value} is not a string; write it in quotes",
    "{name} = {value} 不是字符串；请加引号",
)
NOT_A_STRING_BUT_A_VERSION = Sentence(
    '{name} = {value} is not a string; write it in quotes, e.g. "4.15.22"',
    '{name} = {value} 不是字符串；请加引号，例如 "4.15.22"',
)

# Values.
NO_RULE = Sentence(
    "{name}: no rule of ours begins with {code!r}; {hint}",
    "{name}：没有以 {code!r} 开头的规则；{hint}",
)
NOT_FLAKE8_S = Sentence(
    "{name}: {code!r} is no code to flake8, which ends there: up to three capital letters and up "
    "to three digits",
    "{name}：{code!r} 不是 flake8 接受的编号（至多三个大写字母加至多三位数字），flake8 会就此报错退出",
)
THE_RULES = Sentence(
    "the rules: {first} to {last}, or prefixes", "可用的规则：{first} 至 {last}，或其前缀"
)
NO_FAMILY = Sentence(
    "enable-extensions: there is no opt-in family {item!r}; write {known}",
    "enable-extensions：没有名为 {item!r} 的可选规则族；请写 {known}",
)
NOT_LOADED = Sentence(
    "rules of {families} are selected, but flake8 does not load them; add "
    "--enable-extensions {value} (in its configuration: enable-extensions = {value})",
    "选择了 {families} 的规则，但 flake8 没有加载它们；请加上 --enable-extensions {value}"
    "（配置文件中写 enable-extensions = {value}）",
)
NOT_READ = Sentence(
    "flake8 reads Python only, so {n} files such as {path} are not searched for TRTC codes; "
    "run flake8-trtc check on them",
    "flake8 只读取 Python，因此 {path} 等 {n} 个文件未检查 TRTC 错误码；请用 flake8-trtc check 检查",
    one="flake8 reads Python only, so {path} is not searched for TRTC codes; "
    "run flake8-trtc check {path}",
)
NO_RULE_TO_IGNORE = Sentence(
    "--add-ignore: there is no rule {code}; write e.g. TRT102",
    "--add-ignore：没有规则 {code}；例如可写 TRT102",
)
RULES_BEHIND_EQUALS = Sentence(
    "--add-ignore takes {codes} for a path; write --add-ignore={codes}",
    "--add-ignore 把 {codes} 当作路径；请写 --add-ignore={codes}",
)
NOT_A_VERSION = Sentence(
    "trtc-sdk-version {value!r} is not a version; write e.g. 4.15.22, or auto",
    "trtc-sdk-version {value!r} 不是版本号；例如可写 4.15.22，或写 auto",
)
NOT_MODULE_NAME = Sentence(
    "trtc-error-code {value!r} is not MODULE:NAME; write e.g. myapp.trtc:ErrorCode",
    "trtc-error-code {value!r} 不符合 MODULE:NAME；例如可写 myapp.trtc:ErrorCode",
)
NOT_JAVASCRIPT = Sentence(
    "trtc-js-error-code {value!r} is neither a global nor MODULE#NAME; "
    "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode",
    "trtc-js-error-code {value!r} 既不是全局变量，也不符合 MODULE#NAME；"
    "例如可写 TRTC_CODES 或 ./trtc-codes.js#ErrorCode",
)
NO_PYTHON_NAME = Sentence(
    "trtc-error-code {value!r}: {name} can't be imported by that name; "
    "write e.g. myapp.trtc:ErrorCode",
    "trtc-error-code {value!r}：无法以 {name} 为名导入；例如可写 myapp.trtc:ErrorCode",
)
NO_JAVASCRIPT_NAME = Sentence(
    "trtc-js-error-code {value!r}: {name} is not a name that any script takes; "
    "write e.g. TRTC_CODES or ./trtc-codes.js#ErrorCode",
    "trtc-js-error-code {value!r}：{name} 并非在任何脚本中都可用的名称；"
    "例如可写 TRTC_CODES 或 ./trtc-codes.js#ErrorCode",
)
NOT_A_GLOBAL = Sentence(
    "trtc-js-error-code {value!r} is a file, not a global; write {module}#ErrorCode",
    "trtc-js-error-code {value!r} 是文件，不是全局变量；请写成 {module}#ErrorCode",
)
NO_MODULE = Sentence(
    "trtc-js-error-code {value!r} names no module before the #",
    "trtc-js-error-code {value!r} 的 # 之前没有模块",
)
NOT_A_CODE = Sentence(
    "trtc-allow: {item!r} is not a TRTC code", "trtc-allow：{item!r} 不是 TRTC 错误码"
)
NOT_A_CODE_BUT_CLOSE = Sentence(
    "trtc-allow: {item!r} is not a TRTC code; did you mean {near}?",
    "trtc-allow：{item!r} 不是 TRTC 错误码；是否想写 {near}？",
)
NOT_A_LANGUAGE = Sentence(
    "trtc-language {language!r} is not known; write en or zh",
    "trtc-language {language!r} 未知；请写 en 或 zh",
)
NOT_GLOBS = Sentence(
    "per-file-ignores is not a list of GLOB:CODES", "per-file-ignores 不是 GLOB:CODES 的列表"
)

# Configuration files.
UNREADABLE = Sentence(
    "{path}: can't be read as configuration: {reason}", "{path}：无法作为配置读取：{reason}"
)
NO_FILE = Sentence("no such file", "没有该文件")
NOT_UTF8 = Sentence("it is not UTF-8", "不是 UTF-8")
TOO_DEEP = Sentence("it is nested too deeply", "嵌套过深")
NOT_A_TABLE = Sentence("tool.{name} is not a table", "tool.{name} 不是表")
OTHER_TABLE = Sentence(
    "nothing reads [{name}]; write [{right}]", "[{name}] 不会被读取；请写 [{right}]"
)
NO_TABLE = Sentence(
    "{path}: has neither [tool.flake8-trtc] nor [tool.flake8]",
    "{path}：既没有 [tool.flake8-trtc]，也没有 [tool.flake8]",
)
NO_OWN_TABLE = Sentence(
    "{path}: has no [tool.flake8-trtc], and [tool.flake8] needs Flake8-pyproject installed",
    "{path}：没有 [tool.flake8-trtc]，而读取 [tool.flake8] 需要安装 Flake8-pyproject",
)
ON_LINE = Sentence("line {line}: {reason}", "第 {line} 行：{reason}")
OPTION_TWICE = Sentence("the option is given twice", "该选项重复设置")
SECTION_TWICE = Sentence("the section is given twice", "该节重复出现")
NO_SECTION = Sentence("it stands before any [section]", "位于第一个 [节] 之前")
NOT_A_PAIR = Sentence("not NAME = VALUE", "不符合 NAME = VALUE")

# Baselines, and lines changed since a revision.
NOT_JSON = Sentence("baseline {path}: not JSON: {error}", "基线 {path}：不是 JSON：{error}")
OTHER_BASELINE = Sentence(
    "baseline {path}: not a baseline of this version; write it with --write-baseline",
    "基线 {path}：不是本版本的基线；请用 --write-baseline 重新写入",
)
NO_BASELINE = Sentence(
    "--prune-baseline needs --baseline F", "--prune-baseline 需要同时给出 --baseline F"
)
LISTS_ALL = Sentence(
    "--write-baseline lists all findings: not with --baseline or --since",
    "--write-baseline 会列出所有问题：不能与 --baseline 或 --since 同时使用",
)
FIXES_ALL = Sentence(
    "--fix rewrites whole files: not with a baseline, --since or - (standard input); see {program}",
    "--fix 会改写整个文件：不能与基线、--since 或 -（标准输入）同时使用；请用 {program}",
)
FOR_PEOPLE = Sentence(
    "--explain is for people: not with --output-format {format}",
    "--explain 供人阅读：不能与 --output-format {format} 同时使用",
)
SINCE_NOT_SAVED = Sentence(
    "--since compares files with git: not with - (standard input)",
    "--since 将文件与 git 中的版本比较：不能与 -（标准输入）同时使用",
)
SINCE = Sentence("--since: {problem}", "--since：{problem}")
SINCE_SAID = Sentence("--since: {problem} ({said})", "--since：{problem}（{said}）")
NO_GIT = Sentence("git can't be run; is it installed?", "无法运行 git；是否已安装？")
NO_WORK_TREE = Sentence("not in a git work tree", "不在 git 工作区中")
NO_REVISION = Sentence(
    "git knows no revision {revision!r}{fetch}", "git 中没有版本 {revision!r}{fetch}"
)
NO_ANCESTOR = Sentence(
    "{revision!r} and HEAD have no common ancestor{fetch}",
    "{revision!r} 与 HEAD 没有共同祖先{fetch}",
)
SHALLOW = Sentence(
    "; the clone is shallow, run git fetch --unshallow (in CI: fetch-depth: 0)",
    "；这是浅克隆，请运行 git fetch --unshallow（CI 中：fetch-depth: 0）",
)
GIT_FAILED = Sentence("git {command} failed", "git {command} 失败")
