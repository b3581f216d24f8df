"""What the commands are, as `--help` says it: loaded only where it is asked for."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

PROGRAM = Sentence(
    "Error codes of Tencent's TRTC Web SDK v4 and v5, and of liteav.",
    "腾讯 TRTC Web SDK v4、v5 与 liteav 的错误码。",
)
COMMANDS = Sentence("commands:", "命令：")
SAYS_MORE = Sentence("{program} COMMAND --help says more.", "详见 {program} 命令 --help。")

# How it is used.
OF_PROGRAM = Sentence("{program} COMMAND ...", "{program} 命令 ...")
OF_PATHS = Sentence("%(prog)s [OPTION ...] PATH ...", "%(prog)s [选项 ...] PATH ...")

OF_TABLES = Sentence("%(prog)s [OPTION ...] IN OUT", "%(prog)s [选项 ...] IN OUT")
SPARK = Sentence(
    "usage: {program} check|fix [OPTION ...] IN OUT\n\n"
    "What `check` and `fix` give for a tree, for a table of sources on Apache Spark.\n"
    "{program} check --help says more.",
    "用法：{program} check|fix [选项 ...] IN OUT\n\n"
    "在 Apache Spark 上，对源代码表给出与 `check` 和 `fix` 相同的结果。\n"
    "详见 {program} check --help。",
)
_TABLE = (
    "A table has a row for each file: its repository (optional), its path below that, and its\n"
    "content. Each repository is treated as if the command ran in its top directory with the\n"
    "options given here; what it configures itself holds, too, but with --isolated or --config.",
    "表中每个文件一行：所属仓库（可选）、在仓库中的路径和内容。每个仓库都如同在其顶层目录中\n"
    "以此处的选项运行一样处理；仓库自己的配置同样有效，使用 --isolated 或 --config 时除外。",
)

SUMMARIES = {
    "check": Sentence(
        "find codes in Python and in the scripts beside it",
        "检查 Python 及其他脚本中的错误码",
    ),
    "fix": Sentence("rewrite codes to names", "把错误码改写为常量名"),
    "explain": Sentence(
        "what a code, a name, a rule or a capture error means, and what to do",
        "说明错误码、名称、规则或采集错误的含义与处理建议",
    ),
    "logs": Sentence(
        "count the codes in logs, with times, and say what they are",
        "统计日志中的错误码及其时间，并说明含义",
    ),
    "list": Sentence("every error code of the SDK", "列出 SDK 的全部错误码"),
    "rules": Sentence(
        "every rule: code, default, and what it finds", "列出全部规则：编号、默认是否开启、检查内容"
    ),
    "constants": Sentence(
        "the catalog as a module of your own: Python, JavaScript, TypeScript, JSON",
        "把错误码目录生成为项目自己的模块：Python、JavaScript、TypeScript、JSON",
    ),
    "server": Sentence(
        "findings, fixes and explanations in an editor (Language Server Protocol)",
        "在编辑器中检查、修复和查看说明（Language Server Protocol）",
    ),
    "completion": Sentence(
        "a script that completes all this in bash, zsh, fish, tcsh or PowerShell",
        "输出 bash、zsh、fish、tcsh 或 PowerShell 的补全脚本",
    ),
}
"""A line each, for the list of them."""

ABOUT = {
    "spark check": Sentence(
        f"Find TRTC error codes in a table of sources, on Apache Spark.\n\n{_TABLE[0]}",
        f"在 Apache Spark 上检查源代码表中的 TRTC 错误码。\n\n{_TABLE[1]}",
    ),
    "spark fix": Sentence(
        f"Rewrite TRTC error codes in a table of sources, on Apache Spark.\n\n{_TABLE[0]}",
        f"在 Apache Spark 上改写源代码表中的 TRTC 错误码。\n\n{_TABLE[1]}",
    ),
    "check": Sentence(
        "Find TRTC error codes written as numbers, in Python and in the web files beside it.",
        "检查 Python 及网页等文件中直接写成数字的 TRTC 错误码。",
    ),
    "fix": Sentence(
        "Rewrite TRTC error codes written as numbers to names, and import or declare those.\n\n"
        "Every file is proved before it is written: it parses, nothing but the numbers and one "
        "import has\nchanged, and a second run would change nothing. What has no safe rewrite is "
        "left and listed.",
        "把直接写成数字的 TRTC 错误码改写为常量名，并补上导入或声明。\n\n"
        "写回之前逐个文件校验：文件可以解析，除这些数字和一条导入语句外没有任何改动，\n"
        "再次执行也不会有新的改动。无法安全改写之处保持原样，并逐一列出。",
    ),
    "explain": Sentence(
        "Say what error codes, their names, rules and capture errors mean, and what to do.",
        "说明错误码、名称、规则和采集错误的含义与处理建议。",
    ),
    "logs": Sentence(
        "Count the TRTC error codes in logs of browsers, back ends and tickets, and say what they "
        "are.",
        "统计浏览器日志、后端日志和工单中的 TRTC 错误码，并说明含义。",
    ),
    "list": Sentence(
        "List every error code of the SDK: number, name, meaning, and since when it is so.",
        "列出 SDK 的全部错误码：数值、名称、含义及起始版本。",
    ),
    "rules": Sentence(
        "List every rule: code, default, whether fix can rewrite what it finds, and what it finds.",
        "列出全部规则：编号、默认是否开启、能否自动改写，以及检查内容。",
    ),
    "constants": Sentence(
        "Write the whole catalog as a module of your own, so that no program needs this package.",
        "把完整的错误码目录生成为项目自己的模块，程序运行时无需依赖本软件包。",
    ),
    "server": Sentence(
        "Serve an editor by the Language Server Protocol, on standard input and output.",
        "通过标准输入输出，以 Language Server Protocol 为编辑器提供服务。",
    ),
    "completion": Sentence(
        "Print a script that completes flake8-trtc in a shell: bash, zsh, fish, tcsh or PowerShell."
        "\n\nIt holds what the parsers of this version declare; print it again after an upgrade.",
        "输出在 bash、zsh、fish、tcsh 或 PowerShell 中补全 flake8-trtc 的脚本。\n\n"
        "脚本内容取自当前版本的命令行；升级后请重新生成。",
    ),
}
"""What stands below the usage."""

_INTERRUPTED = (
    "  130, 141  interrupted; the reader of the output went away\n",
    "  130、141  被中断；输出的读取方已退出\n",
)
BELOW = {
    "check": Sentence(
        """\
examples:
  flake8-trtc check src/ web/           look at a tree
  flake8-trtc check --select TRT1 src/  only codes that are retired or too new
  flake8-trtc check --output-format sarif --output-file trtc.sarif .
  flake8-trtc check --write-baseline trtc.json .   accept what is there today
  flake8-trtc check --baseline trtc.json .         and report only what is new
  flake8-trtc check - --stdin-filename src/room.vue < buffer   what an editor holds

exit codes:
  0  no findings, or only such as the baseline lists
  1  there are findings
  2  wrong usage or configuration
  3  a path does not exist, or a file could not be read or written
     (each is named on standard error, the others are done), or the output
     could not be written
"""
        + _INTERRUPTED[0]
        + """
Code that does not parse is no failure: it is checked as far as it can be read, and a line says
where what may be a code was lost in it (TRT902 lists every such place).
Findings go to standard output, everything else to standard error. Options are also read from
flake8's configuration (setup.cfg, tox.ini, .flake8) and from [tool.flake8-trtc] in pyproject.toml,
and noqa comments are honoured; --show-settings prints what came from where.
What a code or a rule means: flake8-trtc explain 0x4043 TRT203
""",
        """\
示例：
  flake8-trtc check src/ web/           检查目录
  flake8-trtc check --select TRT1 src/  只检查已停用或当前版本尚无的错误码
  flake8-trtc check --output-format sarif --output-file trtc.sarif .
  flake8-trtc check --write-baseline trtc.json .   记下现有的问题
  flake8-trtc check --baseline trtc.json .         之后只报告新增的问题
  flake8-trtc check - --stdin-filename src/room.vue < buffer   检查编辑器中的内容

退出码：
  0  没有问题，或只有基线中已有的问题
  1  有问题
  2  用法或配置有误
  3  路径不存在，文件无法读写（逐一在标准错误中列出，其余文件照常处理），
     或无法写出结果
"""
        + _INTERRUPTED[1]
        + """
无法解析的代码不算出错：能读取的部分照常检查；如有疑似错误码因此未能检查，会用一行指出位置（TRT902 逐一列出）。
问题输出到标准输出，其余信息输出到标准错误。选项也从 flake8 的配置文件（setup.cfg、tox.ini、.flake8）
和 pyproject.toml 的 [tool.flake8-trtc] 读取，noqa 注释同样有效；--show-settings 可查看各选项的来源。
查看错误码或规则的含义：flake8-trtc explain 0x4043 TRT203
""",
    ),
    "fix": Sentence(
        """\
examples:
  flake8-trtc fix src/                  fix a directory
  flake8-trtc fix --diff src/           show what would change, write nothing
  flake8-trtc fix --check src/          the same for CI: exit code 1 if anything would
  flake8-trtc fix - < a.py > b.py       from standard input to standard output
  flake8-trtc fix --trtc-error-code myapp.trtc:ErrorCode src/

exit codes:
  0  nothing to fix, or all of it is fixed (findings that no fix exists for do not count)
  1  something was not fixed (each is listed with its reason);
     with --check or --diff: something would change
  2  wrong usage or configuration
  3  a path does not exist, a file could not be read or written, or one with
     something to fix could not be parsed (Python) or proved (each is named
     on standard error, the others are done), or the output could not be written
"""
        + _INTERRUPTED[0]
        + """
Options are also read from flake8's configuration (setup.cfg, tox.ini, .flake8) and from
[tool.flake8-trtc] in pyproject.toml, and noqa comments are honoured; --show-settings prints what
came from where. Diffs go to standard output, everything else to standard error.
""",
        """\
示例：
  flake8-trtc fix src/                  改写目录
  flake8-trtc fix --diff src/           显示将有的改动，不写入
  flake8-trtc fix --check src/          同上，用于 CI：将有改动时以 1 退出
  flake8-trtc fix - < a.py > b.py       从标准输入到标准输出
  flake8-trtc fix --trtc-error-code myapp.trtc:ErrorCode src/

退出码：
  0  无需改写，或已全部改写（无法自动改写的问题不计入）
  1  有未能改写之处（逐一列出原因）；使用 --check 或 --diff 时：将有改动
  2  用法或配置有误
  3  路径不存在，文件无法读写，或有待改写的文件无法解析（Python）或未通过校验
     （逐一在标准错误中列出，其余文件照常处理），或无法写出结果
"""
        + _INTERRUPTED[1]
        + """
选项也从 flake8 的配置文件（setup.cfg、tox.ini、.flake8）和 pyproject.toml 的 [tool.flake8-trtc] 读取，
noqa 注释同样有效；--show-settings 可查看各选项的来源。diff 输出到标准输出，其余信息输出到标准错误。
""",
    ),
    "explain": Sentence(
        """\
examples:
  flake8-trtc explain 0x4043                 a number, however it is written
  flake8-trtc explain PLAY_NOT_ALLOWED TRT203  names and rules
  flake8-trtc explain "RtcError: <JOIN_ROOM_FAILED 0x4004>"   a line of a console
  flake8-trtc explain "autoplay blocked"     words, English or Chinese
  flake8-trtc explain --to v5 16388          what v5 gives in its place
  flake8-trtc explain --language zh -100013  a detail code, in Chinese

exit codes:
  0  all of it is known
  1  something is not; the nearest that is known is named on standard error
""",
        """\
示例：
  flake8-trtc explain 0x4043                 任意写法的数字
  flake8-trtc explain PLAY_NOT_ALLOWED TRT203  名称与规则
  flake8-trtc explain "RtcError: <JOIN_ROOM_FAILED 0x4004>"   控制台中的一行
  flake8-trtc explain 自动播放               中文或英文关键词
  flake8-trtc explain --to v5 16388          v5 中与之对应的内容
  flake8-trtc explain --language zh -100013  详细错误码，以中文说明

退出码：
  0  全部找到
  1  有未找到的；最相近的结果在标准错误中给出
""",
    ),
    "logs": Sentence(
        """\
examples:
  flake8-trtc logs app.log app.log.1.gz       count the codes, with first and last time
  flake8-trtc logs --by 'user=(\\w+)' app.log  and who had them
  kubectl logs -f room | flake8-trtc logs --follow -
  flake8-trtc logs --since 2026-11-29 --plot outage.svg app.log

What counts: a code beside its name, as in <JOIN_ROOM_FAILED 0x4004>, and a number behind a name
such as errorCode or extraCode; one that is common elsewhere only where its line says TRTC.
Times that are read: 2026-11-29T10:00:00Z, 2026/11/29 10:00:00, 29/Nov/2026:10:00:00 +0000, seconds
since 1970, Nov 29 10:00:00 (2026 may follow; if not, the last year in which that has been); also
in brackets, with fractions and zones. A line without a time has that of the line above. One that
begins with a time in another form has none, and --since and --until leave it out.

exit codes:
  0  the logs were read, whatever is in them
  2  wrong usage
  3  a log could not be read to its end (it is named on standard error, the others are done)
"""
        + _INTERRUPTED[0],
        """\
示例：
  flake8-trtc logs app.log app.log.1.gz       统计错误码及其首次、末次出现的时间
  flake8-trtc logs --by 'user=(\\w+)' app.log  同时按用户统计
  kubectl logs -f room | flake8-trtc logs --follow -
  flake8-trtc logs --since 2026-11-29 --plot outage.svg app.log

计入的内容：与名称写在一起的错误码，如 <JOIN_ROOM_FAILED 0x4004>；errorCode、extraCode 等名称之后的数字。
在其他场合也常见的数字，仅当该行提到 TRTC 时才计入。
可识别的时间：2026-11-29T10:00:00Z、2026/11/29 10:00:00、29/Nov/2026:10:00:00 +0000、自 1970 年起的秒数，
以及 Nov 29 10:00:00（可在其后写 2026，否则取使其不晚于当前的最近一年）；可带小数秒、时区和方括号。
没有时间的行沿用上一行的时间；其他写法视为没有时间，使用 --since 或 --until 时不计入该行。

退出码：
  0  日志已读完，无论内容如何
  2  用法有误
  3  有日志未能读完（在标准错误中列出，其余照常处理）
"""
        + _INTERRUPTED[1],
    ),
    "rules": Sentence(
        """\
What a rule means, with its examples: flake8-trtc explain TRT203
Which rules are on in a project: flake8-trtc check --show-settings
""",
        """\
查看规则的含义与示例：flake8-trtc explain TRT203
查看项目中启用了哪些规则：flake8-trtc check --show-settings
""",
    ),
    "server": Sentence(
        """\
Editors start it; the guide has what each needs. It takes pygls:
  pip install 'flake8-trtc[lsp]'

exit codes:
  0  the editor has asked for the end
  1  the editor has gone without a word
  2  wrong usage, or pygls is not installed
""",
        """\
由编辑器启动；各编辑器的设置见使用指南。需要 pygls：
  pip install 'flake8-trtc[lsp]'

退出码：
  0  编辑器正常结束会话
  1  编辑器未通知便已退出
  2  用法有误，或未安装 pygls
""",
    ),
    "completion": Sentence(
        """\
examples:
  bash, in ~/.bashrc                  eval "$(flake8-trtc completion bash)"
  zsh, in ~/.zshrc, after compinit    eval "$(flake8-trtc completion zsh)"
  fish       flake8-trtc completion fish > ~/.config/fish/completions/flake8-trtc.fish
  tcsh       flake8-trtc completion tcsh > ~/.flake8-trtc.tcsh      (source it in ~/.tcshrc)
  PowerShell, in $PROFILE
             flake8-trtc completion powershell | Out-String | Invoke-Expression
""",
        """\
示例：
  bash，写入 ~/.bashrc                eval "$(flake8-trtc completion bash)"
  zsh，写入 ~/.zshrc，在 compinit 之后  eval "$(flake8-trtc completion zsh)"
  fish       flake8-trtc completion fish > ~/.config/fish/completions/flake8-trtc.fish
  tcsh       flake8-trtc completion tcsh > ~/.flake8-trtc.tcsh     （在 ~/.tcshrc 中 source）
  PowerShell，写入 $PROFILE
             flake8-trtc completion powershell | Out-String | Invoke-Expression
""",
    ),
}
"""What stands at the end: examples, exit codes."""
