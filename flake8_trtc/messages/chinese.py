"""The Chinese of what the parts say in English: evidence, refusals, failures, what is skipped.

They say it in English, wherever they are; the ends of the program (`report`, `run`, `fix`) put it
in the user's language here. `{}` stands for what differs from case to case.
"""

from __future__ import annotations

import re
from functools import cache


def chinese(text: str) -> str:
    """A text in Chinese; what is not known stays as it is."""
    known = _TEXTS.get(text)
    if known is not None:
        return known
    for pattern, template in _patterns():
        match = pattern.fullmatch(text)
        if match is not None:
            return template.format(*map(chinese, match.groups()))
    return text


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The texts with something in them, the longest first: it says most."""
    return [
        (re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL), _TEXTS[english])
        for english in sorted(_TEXTS, key=len, reverse=True)
        if "{}" in english
    ]


_TEXTS = {
    # evidence
    "trtc-assume names this file": "trtc-assume 指明了该文件",
    "the file's name speaks of TRTC": "文件名与 TRTC 有关",
    "nothing here names a code": "此处没有表示错误码的名字",
    "a rare code is reported in this file": "该文件中还报告了少见的错误码",
    "the code around it calls {}": "周围的代码调用了 {}",
    "the code around it says {}": "周围的代码中有 {}",
    "the file says {}": "文件中有 {}",
    "{} is TRTC's": "{} 来自 TRTC",
    "a place for codes": "此处通常是错误码",
    "its subject speaks of an error": "与之相关的名字表示错误",
    "its subject is named like a code": "与之相关的名字表示错误码",
    "nothing here tells the version of the SDK": "无法得知 SDK 的版本",
    "the SDK is {}, says {}": "SDK 版本为 {}(来自 {})",
    # refusals
    "it is written with escapes": "该数字写有转义字符",
    "it stands in a string of code that itself stands in another text": (
        "它在代码的字符串里,而该代码本身又在另一段文本中"
    ),
    "what declares the constants would stand between escapes": "常量声明会落在转义字符之间",
    "the number was not found in its statement": "在语句中找不到该数字",
    "it stands outside any statement that can be read": "它不在任何可读取的语句中",
    "the statement does not parse": "该语句无法解析",
    "the f-string prints the text of this expression (`=`)": "f-string 会打印该表达式的原文(`=`)",
    "this file is {}, which defines {}": "该文件就是定义 {1} 的 {0}",
    "{} and {} both mean something else in this file": "{} 和 {} 在该文件中都另有含义",
    "{} and {} both mean something else here": "{} 和 {} 在此处都另有含义",
    "{} has no {}; add it there": "{} 中没有 {};请在其中添加",
    "{} means something else here": "{} 在此处另有含义",
    "LibCST: {}": "LibCST:{}",
    "LibCST reads this statement differently": "LibCST 对该语句的解读不同",
    "its constants would have to be global here; set trtc-js-error-code to a global of yours": (
        "此处的常量只能是全局的;请把 trtc-js-error-code 设为项目自己的全局变量"
    ),
    "the code around it does not parse": "周围的代码无法解析",
    "a template sees only what its component gives it; compare in the script instead": (
        "模板只能看到组件提供的内容;请改在脚本中比较"
    ),
    "there is no room for a declaration here; set trtc-js-error-code to a global of yours": (
        "此处没有放置声明的位置;请把 trtc-js-error-code 设为项目自己的全局变量"
    ),
    "its braces are doubled for a format() that is not seen; "
    "set trtc-js-error-code to a global of yours": (
        "花括号成对加倍,应由别处的 format() 填充;请把 trtc-js-error-code 设为项目自己的全局变量"
    ),
    "it is sent to a page as text, without the constants; give the function a block": (
        "它以文本形式发送到页面,不带常量;请给函数加上花括号"
    ),
    "it runs before what the script declares; give the function that makes the mock a block": (
        "它在脚本的声明之前运行;请给制造模拟的函数加上花括号"
    ),
    "the compiler moves it out of the setup function; set trtc-js-error-code to a module": (
        "编译器会把它移出 setup 函数;请把 trtc-js-error-code 设为一个模块"
    ),
    "a member of an enum has to be a plain number": "枚举成员必须是数字",
    "a type has to be a plain number": "类型必须是数字",
    "it is not a number where it stands": "它在该处不是数字",
    "no-magic-numbers has nothing to silence here any more": "no-magic-numbers 在此处已无可抑制",
    # failures
    "the fix did not converge: what it rewrote is found again": "改写未收敛:已改写之处又被报告",
    "the new text does not survive the file's encoding": "文件的编码无法表示改写后的文本",
    "the rewrite failed its own proof: {}": "改写未通过自身验证:{}",
    "internal error, nothing written: {}: {}": "内部错误,未写入:{}:{}",
    "does not compile: {} (line {})": "无法编译:{}(第 {} 行)",
    "can't be compiled: it is nested too deeply": "无法编译:嵌套过深",
    "does not parse as Python {}: {}": "无法按 Python {} 解析:{}",
    "can't be parsed: {}": "无法解析:{}",
    "not a notebook: it is not JSON ({}); save it again": "不是笔记本:不是 JSON({});请重新保存",
    "not a notebook of format 4: it has no cells; convert it": (
        "不是格式 4 的笔记本:没有单元格;请先转换"
    ),
    "a UTF-8 byte-order mark, but a coding cookie says {}": "有 UTF-8 BOM,编码声明却是 {}",
    "it holds a NUL byte, so it is not text": "含有 NUL 字节,不是文本",
    "byte {} is not {}; save it as UTF-8 or declare its encoding": (
        "第 {} 字节不是 {};请存为 UTF-8,或声明其编码"
    ),
    "unknown encoding {} in its coding cookie": "编码声明中的 {} 不是已知编码",
    "{} has no {}": "{} 中没有 {}",
    "not a regular file": "不是普通文件",
    "changed on disk while it was being fixed; not overwritten": "改写期间文件已被修改;未覆盖",
    "is read-only": "是只读文件",
    "{}; its old content is in {}": "{};原内容在 {} 中",
    "not written by this command; move it away first": "不是由本命令写出的;请先移走",
    "baseline {}: {}": "基线 {}:{}",
    "no such file or directory": "没有该文件或目录",
    "permission denied": "没有权限",
    "is a directory": "是目录",
    "no space left on device": "磁盘空间不足",
    "too many levels of symbolic links": "符号链接层数过多",
    "can't be read": "无法读取",
    # what is skipped
    "not a kind of file that is read": "不支持的文件类型",
    "excluded": "已排除",
    "ignored by git": "被 git 忽略",
    "its scripts are vendored": "其中的脚本来自第三方",
    "never looked into unless it is named": "除非指明,否则从不查看",
    "a build of the TRTC SDK": "TRTC SDK 的构建产物",
    "minified": "压缩过的脚本",
}
