"""Messages of `check` and `fix` on standard error."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

MARKS = {"en": (", ", ": ", "; "), "zh": ("，", "：", "；")}
"""Marks between parts of a sentence: a comma, a colon, a semicolon."""

AT = Sentence("{path}: {reason}", "{path}: {reason}")
SKIPPED = Sentence("{path}: skipped: {reason}", "{path}: 已跳过：{reason}")
SKIPPED_IN_ALL = Sentence("{n} files skipped", "跳过 {n} 个文件", one="1 file skipped")
UNVERSIONED = Sentence(
    "trtc-sdk-version = auto: could not determine the SDK version for {n} files, e.g. {path}; "
    "the rules of every version apply",
    "trtc-sdk-version = auto：无法确定 {n} 个文件（如 {path}）所用的 SDK 版本；按所有版本的规则检查",
    one="trtc-sdk-version = auto: could not determine the SDK version for {path}; "
    "the rules of every version apply",
)
LOST = Sentence(
    "{n} files hold what may be codes in code that does not parse, and were not checked there, "
    "e.g. {path}:{line}:{column}; enable TRT902 to list them",
    "{n} 个文件中，疑似错误码的数字位于无法解析的代码里，未能检查，如 {path}:{line}:{column}；"
    "启用 TRT902 可逐一列出",
    one="{path}:{line}:{column}: what may be a code here was not checked, since the code around it "
    "does not parse",
)
WROTE_ENTRIES = Sentence(
    "baseline {path}: wrote {n} entries",
    "基线 {path}：已写入 {n} 条",
    one="baseline {path}: wrote 1 entry",
)
NOT_LISTED = Sentence(
    "baseline {path}: not written, since {n} files failed; mend them, or leave them out with "
    "--exclude",
    "基线 {path}：未写入，因为有 {n} 个文件出错；请先处理这些文件，或用 --exclude 排除",
    one="baseline {path}: not written, since 1 file failed; mend it, or leave it out with "
    "--exclude",
)
DROPPED_ENTRIES = Sentence(
    "baseline {path}: removed {n} stale entries",
    "基线 {path}：已移除 {n} 条过期条目",
    one="baseline {path}: removed 1 stale entry",
)
STALE_ENTRY = Sentence(
    "baseline {path}: stale entry ({n} times): {entry}",
    "基线 {path}：过期条目（{n} 处）：{entry}",
    one="baseline {path}: stale entry: {entry}",
)
PRUNES = Sentence(
    "baseline {path}: --prune-baseline removes the {n} stale entries",
    "基线 {path}：可用 --prune-baseline 移除这 {n} 条过期条目",
    one="baseline {path}: --prune-baseline removes the stale entry",
)
CHECKED = Sentence("checked {n} files", "检查了 {n} 个文件", one="checked 1 file")
CHECKED_OF = Sentence("checked {n} of {total} files", "已检查 {n}/{total} 个文件")
NOT_ONE = Sentence("nothing to check", "没有可检查的文件")
NOT_ONE_SHOWN = Sentence(
    "nothing to check (-v names what is skipped)",
    "没有可检查的文件（-v 会列出跳过的内容）",
)
NOTHING = Sentence("no findings", "没有问题")
FINDINGS = Sentence("{n} findings", "{n} 处问题", one="1 finding")
FIXABLE = Sentence(
    "{n} with a fix ({program})",
    "其中 {n} 处可自动改写（{program}）",
)
IN_BASELINE = Sentence("{n} suppressed by the baseline", "忽略基线中已有的 {n} 处问题")
UNCHANGED = Sentence("{n} on unchanged lines", "另有 {n} 处位于未改动的行")
FAILED = Sentence("{n} files failed", "{n} 个文件出错", one="1 file failed")
FIXED_IN = Sentence(
    "{fixed} fixed in {n} files", "{fixed} 处已改写（共 {n} 个文件）", one="{fixed} fixed in 1 file"
)
WOULD_FIX_IN = Sentence(
    "{fixed} would be fixed in {n} files",
    "{fixed} 处将改写（共 {n} 个文件）",
    one="{fixed} would be fixed in 1 file",
)
REFUSED = Sentence("{n} not fixed ({reasons})", "{n} 处未改写（{reasons}）")
NOT_FIXED_IN_ALL = Sentence("{n} not fixed", "{n} 处未改写")
REFUSED_FOR = Sentence("{n}: {reason}", "{n}：{reason}")
REMAINING = Sentence(
    "{n} without a fix (see {program})",
    "{n} 处无法自动改写（见 {program}）",
)
FIXED = Sentence(
    "fixed {path} ({n} findings)", "已改写 {path}（{n} 处）", one="fixed {path} (1 finding)"
)
WOULD_FIX = Sentence(
    "would fix {path} ({n} findings)", "将改写 {path}（{n} 处）", one="would fix {path} (1 finding)"
)
NOT_FIXED = Sentence(
    "{path}:{line}:{column}: not fixed: {reason}", "{path}:{line}:{column}: 未改写：{reason}"
)
NOTE = Sentence("{path}:{line}:{column}: note: {text}", "{path}:{line}:{column}: 注意：{text}")
SILENCED = Sentence(
    "suppressed {n} findings of {path} by comments",
    "已用注释屏蔽 {path} 中的 {n} 处问题",
    one="suppressed 1 finding of {path} by a comment",
)
WOULD_SILENCE = Sentence(
    "would suppress {n} findings of {path} by comments",
    "将用注释屏蔽 {path} 中的 {n} 处问题",
    one="would suppress 1 finding of {path} by a comment",
)
SILENCED_IN_ALL = Sentence("{n} suppressed", "{n} 处已屏蔽")
WOULD_SILENCE_IN_ALL = Sentence("{n} would be suppressed", "{n} 处将屏蔽")
NOT_SILENCED = Sentence(
    "{path}:{line}:{column}: {code} not suppressed: no comment can stand here",
    "{path}:{line}:{column}: 未屏蔽 {code}：此处无法放置注释",
)
MISSING_MODULE = Sentence(
    "note: {module} is missing; write it with --write-constants, or: {command}",
    "注意：缺少 {module}；可加 --write-constants 生成，或运行：{command}",
)
UNKNOWN_MODULE = Sentence(
    "note: {module} is neither in this project nor installed here",
    "注意：本项目中没有 {module}，当前环境也未安装",
)
SHARE = Sentence(
    "note: {n} scripts declare the constants themselves; to share one module of them, set "
    "trtc-js-error-code = ./trtc-codes.js#ErrorCode and add --write-constants",
    "注意：{n} 个脚本各自声明了常量；如需共用一个模块，请设置 "
    "trtc-js-error-code = ./trtc-codes.js#ErrorCode，并加上 --write-constants",
)
NEEDED = Sentence(
    "note: {n} files now import flake8_trtc when they run: install it there, too, or set "
    "trtc-error-code = your.module:ErrorCode and add --write-constants",
    "注意：{n} 个文件运行时会导入 flake8_trtc：请在运行环境中也安装它，或设置 "
    "trtc-error-code = your.module:ErrorCode，并加上 --write-constants",
    one="note: 1 file now imports flake8_trtc when it runs: install it there, too, or set "
    "trtc-error-code = your.module:ErrorCode and add --write-constants",
)
NOT_WRITTEN = Sentence(
    "note: {module} is not written, since it does not begin with ./ and so names a package or an "
    "alias; a file of this project is ./{module}",
    "注意：未生成 {module}：它不以 ./ 开头，表示软件包或路径别名；本项目中的文件应写成 ./{module}",
)
WROTE = Sentence("wrote {path}", "已生成 {path}")
WOULD_WRITE = Sentence("would write {path}", "将生成 {path}")
NO_OUTPUT = Sentence("standard output is closed", "标准输出已关闭")
UNWRITTEN = Sentence("output could not be written: {reason}", "无法写出结果：{reason}")
INTERRUPTED = Sentence(
    "interrupted; files fixed so far stay fixed, the others are untouched",
    "已中断；改写完的文件保持改写后的内容，其余文件未动",
)
