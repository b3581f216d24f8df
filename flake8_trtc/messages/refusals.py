"""Why a finding that the fix could rewrite is left as it is."""

from __future__ import annotations

from flake8_trtc.messages.message import Sentence

# Where the number is.
ESCAPES = Sentence("it is written with escapes", "该数字以转义字符书写")
NESTED_TEXT = Sentence(
    "it stands in a string of code that itself stands in another text",
    "该数字位于代码的字符串中，而该代码又位于另一段文本中",
)
SCRIPT_STRING = Sentence("it stands in a string of a script", "该数字位于脚本的字符串中")
ESCAPED_DECLARATION = Sentence(
    "what declares the constants would stand between escapes", "常量声明会落在转义字符之间"
)
NOT_FOUND = Sentence("the number was not found in its statement", "在语句中找不到该数字")
NO_STATEMENT = Sentence(
    "it stands outside any statement that can be read", "该数字不在任何可读取的语句中"
)
NO_NUMBER = Sentence("it is not a number where it stands", "此处写的不是数字")
ENUM = Sentence("a member of an enum has to be a plain number", "枚举成员必须是数字")
INFERRED = Sentence(
    "the option takes its type, or its help, from this default; give it type=int",
    "该选项的类型或帮助信息取自此默认值；请为它写上 type=int",
)
IDENTITY = Sentence(
    "it is compared by identity; compare it with assertEqual",
    "此处按对象身份比较；请改用 assertEqual 比较",
)
AS_CONST = Sentence(
    "`as const` takes a plain number; the constant's type is the number without it",
    "`as const` 只能用于数字字面量；去掉它后常量的类型就是该数字",
)
AMBIENT = Sentence(
    "it is declared for types alone, where no code may stand",
    "此处只是类型声明，不能写入代码",
)
TYPE = Sentence("a type has to be a plain number", "类型必须是数字")
PRINTED = Sentence(
    "the f-string prints the text of this expression (`=`)", "f-string 会打印该表达式的原文（`=`）"
)

# What can be read.
BROKEN = Sentence("the code around it does not parse", "周围的代码无法解析")
BROKEN_STATEMENT = Sentence("the statement does not parse", "该语句无法解析")
BROKEN_CELL = Sentence("cell {number}: {reason}", "第 {number} 个单元格：{reason}")
DUMPED = Sentence(
    "{name} writes no member of an enum as a number; give it int(...) of the constant",
    "{name} 不会把枚举成员写成数字；请传入常量的 int(...)",
)
OPTIONAL = Sentence(
    "this module goes on without {module}, which it tries to import; import that outside of `try` first",
    "该模块会尝试导入 {module}，缺少它时仍会继续运行；请先在 try 之外导入",
)
EXACT_TYPE = Sentence(
    "this module asks for exact types, and a member of an enum is no plain int; write int(...) of the constant",
    "该模块会判断确切类型，而枚举成员不是普通的 int；请写成常量的 int(...)",
)
MIGRATION = Sentence(
    "a migration says what was true when it was written: its values stay numbers",
    "迁移文件记录的是编写时的状态，其中的值应保持为数字",
)
SOURCE = Sentence(
    "the source of its function is taken as text, and runs without the imports of this module",
    "所在函数的源码会以文本形式取走，运行时没有该模块的导入",
)
LIBCST = Sentence("LibCST: {error}", "LibCST：{error}")
LIBCST_DIFFERS = Sentence(
    "LibCST reads this statement differently", "LibCST 对该语句的解析结果不同"
)
TOO_DEEP = Sentence("its statement is nested too deeply", "所在语句嵌套过深")

# Names.
DEFINES = Sentence(
    "this file is {module}, which defines {name}", "该文件就是定义 {name} 的 {module}"
)
IS_MODULE = Sentence(
    "this file is the module that trtc-js-error-code names",
    "该文件就是 trtc-js-error-code 所指的模块",
)
CIRCULAR = Sentence(
    "{module} imports this file itself, so that importing it here would be circular",
    "{module} 自身会导入该文件，在此导入会造成循环导入",
)
TAKEN_IN_FILE = Sentence(
    "{name} and {alias} both mean something else in this file",
    "{name} 和 {alias} 在该文件中都另有含义",
)
TAKEN = Sentence(
    "{name} and {alias} both mean something else here",
    "{name} 和 {alias} 在此处都另有含义",
)
SHADOWED = Sentence("{name} means something else here", "{name} 在此处另有含义")

# The SDK's own constants.
SDK_UNBOUND = Sentence(
    "nothing here is bound to the SDK; add `{line}`", "此处没有绑定 SDK；请添加 `{line}`"
)
SDK_CLASSIC = Sentence(
    "nothing here is bound to the SDK, and this script can't import it; "
    "load the SDK's script before it, and add `{line}` in a scope around the number",
    "此处没有绑定 SDK，且该脚本不能使用 import；"
    "请在该脚本之前加载 SDK 脚本，并在数字外层的作用域中添加 `{line}`",
)
SDK_TYPED = Sentence(
    "the SDK is imported for its types alone; add `{line}`",
    "此处仅以类型导入了 SDK；请添加 `{line}`",
)
SDK_SHADOWED = Sentence(
    "{name} means something else here, so the SDK is not in reach; add `{line}`",
    "{name} 在此处另有含义，无法引用 SDK；请添加 `{line}`",
)
SDK_APART = Sentence(
    "it runs where the SDK that the script imports is not in reach; add `{line}` to its function",
    "该代码运行时无法引用脚本导入的 SDK；请在其函数内添加 `{line}`",
)
SDK_LATE = Sentence(
    "it runs while the page is loaded, before the SDK's own script may have run; "
    "move it into a function that is called later",
    "该代码在页面加载时运行，此时 SDK 脚本可能尚未执行；请把它移到稍后才调用的函数中",
)
SDK_DOUBTED = Sentence(
    "the script asks whether the SDK is there, without which its constants are not; "
    "add `{line}` where it is",
    "脚本会检查 SDK 是否存在，SDK 不存在时没有常量可用；请在确定存在之处添加 `{line}`",
)
SDK_MOCKED = Sentence(
    "a mock stands for the SDK in this file; take the constants from `{line}`",
    "该文件中 SDK 被 mock 替代；请从 `{line}` 取得常量",
)
SDK_LITERAL = Sentence(
    "a type wants the plain number here, and those of the SDK's codes are number",
    "此处的类型要求数字字面量，而 SDK 错误码的类型是 number",
)
LITEAV_UNBOUND = Sentence(
    "no import binds liteav in the whole module; add `import liteav` at its top",
    "没有在整个模块中有效的 liteav 导入；请在模块顶部添加 `import liteav`",
)
LITEAV_VALUE = Sentence(
    "liteav's members equal the plain numbers, but are none: JSON and databases fail on them",
    "liteav 的成员与整数相等，但不是整数：用于 JSON 或数据库会出错",
)
V5_CONFIGURED = Sentence(
    "trtc-error-code names {module}, which has the codes of v4; add `from flake8_trtc import v5`",
    "trtc-error-code 指定的 {module} 只有 v4 的错误码；请添加 `from flake8_trtc import v5`",
)
LITEAV_SCRIPT = Sentence(
    "liteav is a module of Python, which no script can reach",
    "liteav 是 Python 模块，脚本无法引用",
)

# Where a declaration could be.
TOP = Sentence(
    "its constants would have to be global here; set trtc-js-error-code to a global of yours",
    "此处的常量只能是全局的；请把 trtc-js-error-code 设为项目自己的全局变量",
)
BRANCH = Sentence(
    "a branch, loop or block of the template may leave its declaration out, or repeat it; "
    "set trtc-js-error-code to a global of yours",
    "模板的分支、循环或块可能略去或重复其声明；请把 trtc-js-error-code 设为项目自己的全局变量",
)
NO_ROOM = Sentence(
    "there is no room for a declaration here; set trtc-js-error-code to a global of yours",
    "此处没有放置声明的位置；请把 trtc-js-error-code 设为项目自己的全局变量",
)
SEALED = Sentence(
    "its braces are doubled for a format() that is not seen; "
    "set trtc-js-error-code to a global of yours",
    "花括号均为双写，应由别处的 format() 填充；请把 trtc-js-error-code 设为项目自己的全局变量",
)
BARE = Sentence(
    "what the fix would declare does not run here; "
    "declare the constants yourself, and they are used",
    "fix 写入的声明在此处无法运行；请自行声明常量，fix 会使用它们",
)
TEMPLATE = Sentence(
    "a template sees only what its component gives it; compare in the script instead",
    "模板只能看到组件提供的内容；请改在脚本中比较",
)
SERVER_TEMPLATE = Sentence(
    "a template sees only what it is given; decide in the code that renders it",
    "模板只能看到传给它的内容；请改在渲染它的代码中判断",
)
SENT = Sentence(
    "it is sent to a page as text, without the constants; give the function a block",
    "该函数以文本形式发送到页面，不带常量；请给函数体加上花括号",
)
EARLY = Sentence(
    "it runs before what the script declares; give the function that makes the mock a block",
    "该代码在脚本的声明之前运行；请给构造 mock 的函数体加上花括号",
)
CIRCLE = Sentence(
    "a module that this one loads loads it in turn, and may call this function before the constants "
    "are there; give it a block, or load them before that module",
    "所加载的模块又反过来加载该文件，可能在常量就绪之前调用该函数；请给函数体加上花括号，或先于该模块加载常量",
)
MACRO = Sentence(
    "the compiler moves it out of the setup function; set trtc-js-error-code to a module",
    "编译器会把它移出 setup 函数；请把 trtc-js-error-code 设为一个模块",
)
LACKS = Sentence(
    "{module} has no {name} that equals the number; add it there",
    "{module} 中没有与该数字相等的 {name}；请先在其中添加",
)

# Notes of a fixed file.
USELESS_COMMENT = Sentence(
    "{rule} has nothing to silence here any more", "此处已没有可屏蔽的 {rule} 问题"
)
