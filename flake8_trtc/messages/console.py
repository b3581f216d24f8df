"""The fixed phrases of `check` and `fix` on standard error, and texts in the user's language."""

from __future__ import annotations


def local(text: str, language: str) -> str:
    """What a part says in English, in the user's language."""
    if language == "en":
        return text
    from flake8_trtc.messages.chinese import chinese

    return chinese(text)


def phrase(language: str, key: str, count: int = 0, **said: object) -> str:
    """A fixed phrase; count: what it counts, which chooses its form in English."""
    singular, plural = _PHRASES[key][language]
    return (singular if count == 1 else plural).format(n=count, **said)


MARKS = {"en": (", ", ": ", "; "), "zh": (",", ":", ";")}


def _same(text: str) -> tuple[str, str]:
    return text, text


_PHRASES = {
    "skipped": {"en": _same("{path}: skipped: {reason}"), "zh": _same("{path}: 已跳过:{reason}")},
    "skipped in all": {
        "en": ("{n} file skipped", "{n} files skipped"),
        "zh": _same("跳过 {n} 个文件"),
    },
    "unversioned": {
        "en": (
            "trtc-sdk-version = auto: nothing tells the version for {path}; "
            "every version's rules apply",
            "trtc-sdk-version = auto: nothing tells the version for {n} files, {path} for one; "
            "every version's rules apply",
        ),
        "zh": _same(
            "trtc-sdk-version = auto:无法得知 {n} 个文件(如 {path})所用的版本;按不限版本检查"
        ),
    },
    "listed": {
        "en": _same("baseline {path}: listed: {n}"),
        "zh": _same("基线 {path}:已列入 {n} 处"),
    },
    "dropped": {
        "en": _same("baseline {path}: dropped: {n}"),
        "zh": _same("基线 {path}:已移除 {n} 处"),
    },
    "stale": {
        "en": (
            "baseline {path}: found no more: {entry}",
            "baseline {path}: found no more ({n} times): {entry}",
        ),
        "zh": ("基线 {path}:已不存在:{entry}", "基线 {path}:已不存在({n} 处):{entry}"),
    },
    "looked": {
        "en": ("{n} file looked at", "{n} files looked at"),
        "zh": _same("检查了 {n} 个文件"),
    },
    "nothing": {"en": _same("no findings"), "zh": _same("没有问题")},
    "findings": {"en": ("{n} finding", "{n} findings"), "zh": _same("{n} 处问题")},
    "fixable": {
        "en": _same("{n} with a fix (flake8-trtc fix)"),
        "zh": _same("其中 {n} 处可自动改写(flake8-trtc fix)"),
    },
    "passed": {"en": _same("{n} let pass"), "zh": _same("放行 {n} 处")},
    "failed": {"en": ("{n} file failed", "{n} files failed"), "zh": _same("{n} 个文件出错")},
    "fixed in": {
        "en": ("{fixed} fixed in {n} file", "{fixed} fixed in {n} files"),
        "zh": _same("{fixed} 处已改写(共 {n} 个文件)"),
    },
    "would fix in": {
        "en": ("{fixed} would be fixed in {n} file", "{fixed} would be fixed in {n} files"),
        "zh": _same("{fixed} 处将改写(共 {n} 个文件)"),
    },
    "refused": {
        "en": _same("{n} not fixed ({reasons})"),
        "zh": _same("{n} 处未改写({reasons})"),
    },
    "remaining": {
        "en": _same("{n} without a fix (see flake8-trtc check)"),
        "zh": _same("{n} 处无法自动改写(见 flake8-trtc check)"),
    },
    "fixed": {
        "en": ("fixed {path} ({n} finding)", "fixed {path} ({n} findings)"),
        "zh": _same("已改写 {path}({n} 处)"),
    },
    "would fix": {
        "en": ("would fix {path} ({n} finding)", "would fix {path} ({n} findings)"),
        "zh": _same("将改写 {path}({n} 处)"),
    },
    "not fixed": {
        "en": _same("{path}:{line}:{column}: not fixed: {reason}"),
        "zh": _same("{path}:{line}:{column}: 未改写:{reason}"),
    },
    "note": {
        "en": _same("{path}:{line}:{column}: note: {text}"),
        "zh": _same("{path}:{line}:{column}: 注意:{text}"),
    },
    "silenced": {
        "en": (
            "silenced 1 finding of {path} by a comment",
            "silenced {n} findings of {path} by comments",
        ),
        "zh": _same("已用注释抑制 {path} 中的 {n} 处"),
    },
    "would silence": {
        "en": (
            "would silence 1 finding of {path} by a comment",
            "would silence {n} findings of {path} by comments",
        ),
        "zh": _same("将用注释抑制 {path} 中的 {n} 处"),
    },
    "silenced in all": {"en": _same("{n} silenced"), "zh": _same("{n} 处已抑制")},
    "would silence in all": {
        "en": _same("{n} would be silenced"),
        "zh": _same("{n} 处将抑制"),
    },
    "not silenced": {
        "en": _same("{path}:{line}:{column}: {code} not silenced: no comment can stand here"),
        "zh": _same("{path}:{line}:{column}: 未抑制 {code}:此处无法放置注释"),
    },
    "missing": {
        "en": _same("note: {module} is missing; write it with --write-constants, or: {command}"),
        "zh": _same("注意:缺少 {module};可加 --write-constants 生成,或运行:{command}"),
    },
    "nowhere": {
        "en": _same("note: {module} is neither in this project nor installed here"),
        "zh": _same("注意:本项目中没有 {module},当前环境也未安装"),
    },
    "wrote": {"en": _same("wrote {path}"), "zh": _same("已生成 {path}")},
    "would write": {"en": _same("would write {path}"), "zh": _same("将生成 {path}")},
    "interrupted": {
        "en": _same("interrupted; files fixed so far stay fixed, the others are untouched"),
        "zh": _same("已中断;改写完的文件保持改写后的内容,其余文件未动"),
    },
}
