"""What `--help` says of each argument, without a full stop: loaded only where it is asked for."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# Titles of groups: argparse's own, and those that commands give by these names.
POSITIONALS = Sentence("positional arguments", "位置参数")
OPTIONS = Sentence("options", "选项")
GROUPS = {
    "show": Sentence("how to show it", "显示方式"),
    "stdin": Sentence("standard input", "标准输入"),
    "forgive": Sentence("what to forgive", "忽略的问题"),
    "do": Sentence("what to do", "执行方式"),
    "look": Sentence("what to look at", "检查范围"),
    "TRTC": Sentence("TRTC", "TRTC"),
}

SHARED = {
    "help": Sentence("show this help message and exit", "显示本帮助信息并退出"),
    "version": Sentence("show program's version number and exit", "显示版本号并退出"),
    "paths": Sentence("file or directory; - for standard input", "文件或目录；- 表示标准输入"),
    "jobs": Sentence(
        "processes to use at most (default: one a CPU; 1: none besides this one)",
        "最多使用的进程数（默认每个 CPU 一个；1 表示不另开进程）",
    ),
    "quiet": Sentence("nothing on stderr but what went wrong", "stderr 上只输出错误"),
    "verbose": Sentence("name what is skipped, and why", "列出跳过的文件及原因"),
    "color": Sentence(
        "auto: on a terminal, unless NO_COLOR is set, and with FORCE_COLOR (default)",
        "auto：在终端中或设置了 FORCE_COLOR 时使用颜色，设置了 NO_COLOR 则不用（默认）",
    ),
    "stdin-filename": Sentence(
        "what the file on standard input is called", "标准输入中的文件所用的文件名"
    ),
    "select": Sentence(
        "rules to look for, by prefix (TRT4... and TRT9... only if they are named)",
        "要检查的规则，按前缀匹配（TRT4、TRT9 系列需明确指定）",
    ),
    "extend-select": Sentence("rules to look for besides", "另外检查的规则"),
    "enable-extensions": Sentence(
        "opt-in rules to look for besides: TRT4, TRT9, as in flake8",
        "另外启用的可选规则族：TRT4、TRT9，与 flake8 的同名选项一致",
    ),
    "ignore": Sentence("rules to leave out", "不检查的规则"),
    "extend-ignore": Sentence("rules to leave out besides", "另外不检查的规则"),
    "exclude": Sentence("paths to leave alone", "要排除的路径"),
    "extend-exclude": Sentence("paths to leave alone besides", "另外排除的路径"),
    "config": Sentence("configuration file to read instead", "改为读取该配置文件"),
    "isolated": Sentence("read no configuration file", "不读取任何配置文件"),
    "force-exclude": Sentence(
        "leave out even of files that are named what is left out of directories: all that is "
        "below an excluded one, ignored by git, vendored (for hooks)",
        "对明确指定的文件同样应用排除规则：位于被排除的目录中、被 git 忽略或属于第三方的文件都会跳过（供 hook 使用）",
    ),
    "show-settings": Sentence(
        "print every option and where its value came from, which rules are on, and what is left "
        "out by default; do nothing else",
        "列出每个选项的值及其来源、已启用的规则和默认跳过的内容，不做其他事",
    ),
    "language": Sentence(
        "of the answer (default: the project's, else en)",
        "输出所用的语言（默认取项目配置，否则为 en）",
    ),
    "json": Sentence(
        "print a JSON array that holds both languages", "输出 JSON 数组，包含中英文两种语言"
    ),
}
"""By the option's name, or that of the argument without one; options of ours are in SETTINGS."""

_TABLES = {
    "tables": Sentence(
        "IN: Parquet, or JSON lines by its suffix; OUT: a directory for Parquet",
        "IN：Parquet，或按后缀识别的 JSON 行文件；OUT：写入 Parquet 的目录",
    ),
    "repos": Sentence(
        "instead of IN: the repositories below a directory", "代替 IN：某目录下的各个仓库"
    ),
    "master": Sentence(
        "local[2], or a cluster's (default: Spark's own)",
        "local[2] 或集群的地址（默认由 Spark 决定）",
    ),
    "mode": Sentence(
        "if OUT exists (default: error; append: the sum is that of all in it)",
        "OUT 已存在时的处理（默认：error；append：汇总包括其中已有的内容）",
    ),
    "repo-column": Sentence("the repository's (default: repo)", "仓库列的列名（默认：repo）"),
    "path-column": Sentence("the path's (default: path)", "路径列的列名（默认：path）"),
    "content-column": Sentence("the content's (default: content)", "内容列的列名（默认：content）"),
    "max-bytes": Sentence(
        "of a file; a larger one is a row with its error (default: 10000000)",
        "文件的字节数上限；更大的文件是一行带有错误说明的结果（默认：10000000）",
    ),
    "max-seconds": Sentence(
        "of CPU for a file; a slower one is a row with its error (default: 30)",
        "每个文件的 CPU 秒数上限；更慢的文件是一行带有错误说明的结果（默认：30）",
    ),
    "statistics": Sentence(
        "count by rule, or refusals by reason", "按规则统计问题数，或按原因统计未改写数"
    ),
}
OF = {
    "spark check": _TABLES,
    "spark fix": _TABLES,
    "check": {
        "fix": Sentence(
            "rewrite first what can be rewritten, as the command fix does, and report the rest",
            "先像 fix 命令一样改写可自动改写之处，再报告其余问题",
        ),
        "output-format": Sentence(
            "text: a line each, as flake8 does; on a terminal with the source, its meaning and "
            "advice; json: an array of objects; sarif: SARIF 2.1.0 with fixes, for code scanning; "
            "github: workflow commands, which GitHub shows in the changed files; gitlab: a Code "
            "Quality report; junit: JUnit's XML, for continuous integrations that show tests; "
            "rdjson: reviewdog's diagnostics with suggestions (default: text)",
            "text：与 flake8 一样每处一行，在终端中附上源码、含义和处理建议；json：对象数组；"
            "sarif：SARIF 2.1.0，含修复内容，用于代码扫描；github：工作流命令，由 GitHub 显示在改动的文件中；"
            "gitlab：Code Quality 报告；junit：JUnit XML，用于展示测试结果的 CI；"
            "rdjson：reviewdog 的诊断格式，含修改建议（默认：text）",
        ),
        "output-file": Sentence(
            "write the findings to a file, whole or not at all",
            "把问题写入文件；要么完整写入，要么不写",
        ),
        "show-evidence": Sentence(
            "say after each finding why it is one", "在每处问题之后给出判断依据"
        ),
        "explain": Sentence(
            "say under the first finding of each rule and each code what it is",
            "每条规则、每个错误码首次出现时附上说明",
        ),
        "statistics": Sentence(
            "count the findings of each rule, on stderr", "在 stderr 上统计各规则的问题数"
        ),
        "baseline": Sentence(
            "report only findings that this file does not list", "只报告该文件中没有的问题"
        ),
        "write-baseline": Sentence(
            "list the present findings in a file, report none", "把现有问题写入文件，不报告"
        ),
        "prune-baseline": Sentence(
            "drop from the baseline what is found no more", "从基线中移除已不存在的问题"
        ),
        "since": Sentence(
            "only lines changed since the branch left a git revision",
            "只检查当前分支自某个 git 版本分出之后改动的行",
        ),
        "exit-zero": Sentence("exit with 0 in spite of findings", "即使有问题也以 0 退出"),
    },
    "fix": {
        "check": Sentence("write nothing, only tell", "不写入，只说明会改写什么"),
        "diff": Sentence("write nothing, print a unified diff", "不写入，输出 unified diff"),
        "write-constants": Sentence(
            "write the module of the constants that the options name, where it is missing",
            "选项所指的常量模块不存在时生成它",
        ),
        "add-ignore": Sentence(
            "write comments for the findings that stay, or for those with these prefixes",
            "为无法改写的问题（或指定前缀的问题）加上屏蔽注释",
        ),
    },
    "explain": {
        "queries": Sentence(
            "a code however it is written, a name, a rule or a family of them (TRT4), "
            "NotReadableError, a line with a code in it, or words; - reads questions from standard "
            "input, one a line",
            "任意写法的错误码、名称、规则或规则族（TRT4）、NotReadableError、含有错误码的一行文本或关键词；- 表示从标准输入逐行读取",
        ),
        "to": Sentence(
            "say only what v5 gives instead of v4's codes", "只说明 v5 中与 v4 错误码对应的内容"
        ),
    },
    "logs": {
        "files": Sentence(
            "plain, gzip or zstd; - or none: standard input",
            "纯文本、gzip 或 zstd；- 或不指定则读取标准输入",
        ),
        "follow": Sentence(
            "wait for more, and show the table as it grows", "持续等待新内容，并随之更新表格"
        ),
        "by": Sentence(
            "also count by what its first group matches in the line",
            "另按该正则表达式第一个分组匹配到的内容计数",
        ),
        "since": Sentence(
            "only lines from then on: 2026-11-30, 2026-11-30T08:00",
            "只统计该时间及之后的行：2026-11-30、2026-11-30T08:00",
        ),
        "until": Sentence(
            "only lines up to then; times without a zone are in UTC",
            "只统计该时间及之前的行；未写时区的时间按 UTC 计",
        ),
        "trtc-sdk-version": Sentence(
            "say which codes this version does not throw", "指出该版本不会抛出的错误码"
        ),
        "trtc-language": Sentence("default: the project's, else en", "默认取项目配置，否则为 en"),
        "json": Sentence("print an object with all counts", "输出包含全部计数的 JSON 对象"),
        "csv": Sentence("print a line for each code", "以 CSV 输出，每个错误码一行"),
        "plot": Sentence(
            "also draw the counts over time: F.svg or F.png (extra: plot)",
            "另画出数量随时间的变化：F.svg 或 F.png（附加依赖：plot）",
        ),
    },
    "list": {
        "deprecated": Sentence(
            "only codes deprecated or no longer thrown", "只列出已废弃或不再抛出的错误码"
        ),
    },
    "rules": {},
    "constants": {
        "lang": Sentence(
            "py: an IntEnum for Python; pyi: its stub; js: a classic script that defines a "
            "global; mjs: an ES module; cjs: a CommonJS module; ts: a TypeScript module; dts: "
            "declarations of mjs and cjs, or with --global of js; json: an array of records "
            "(default: by the suffix of -o)",
            "py：Python 的 IntEnum；pyi：其存根文件；js：定义全局变量的普通脚本；mjs：ES 模块；cjs：CommonJS 模块；"
            "ts：TypeScript 模块；dts：mjs 与 cjs 的声明，加 --global 则为 js 的声明；json：记录数组"
            "（默认由 -o 的后缀决定）",
        ),
        "output": Sentence(
            "write to a file (default: standard output)", "写入文件（默认：标准输出）"
        ),
        "sdk": Sentence(
            "whose codes: of the Web SDK v4 or v5, v5's extra codes, or of liteav for Python "
            "(default: v4)",
            "哪个 SDK 的错误码：Web SDK v4 或 v5、v5 的详细错误码，或 Python 的 liteav（默认：v4）",
        ),
        "language": Sentence("of the descriptions (default: en)", "描述所用的语言（默认：en）"),
        "name": Sentence(
            "what the constants are called; mjs, cjs, ts and dts also: default (default: "
            "ErrorCode, of v5-extra ExtraCode)",
            "常量的名称；mjs、cjs、ts、dts 还可写 default（默认：ErrorCode，v5-extra 为 ExtraCode）",
        ),
        "global": Sentence("dts: declare the global of js", "dts：声明 js 定义的全局变量"),
        "check": Sentence(
            "write nothing; exit with 1 if a copy is stale, and say how to renew it",
            "不写入；若文件已过期则以 1 退出，并说明如何更新",
        ),
    },
    "server": {"stdio": Sentence("what it does anyway", "默认即如此")},
    "completion": {"shell": Sentence("whose script to print", "为哪个 shell 输出脚本")},
}
"""What only one command has, or says otherwise."""
