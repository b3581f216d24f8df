"""Functions and strings whose text a tool sends elsewhere, inline or by name."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.behaviour.case import Case, Maker
from benchmarks.behaviour.programs import expression, indented, statements

ERROR = "window.lastTrtcError"


class _Tool(NamedTuple):
    """How a tool takes a function.

    name: of the tool; head: what the file begins with; call: statements with FN where the function
    goes; takes: its parameters; error: how it comes by the error.
    """

    name: str
    head: str
    call: str
    takes: str = ""
    error: str = ERROR


_PLAYWRIGHT = "import { test, expect } from '@playwright/test';\n"
_TEST = "test('room', async ({ page }) => {\n  BODY\n});"
_PUPPETEER = (
    "import puppeteer from 'puppeteer';\n\nconst browser = await puppeteer.launch();\n"
    "const page = await browser.newPage();\n"
)
_SELENIUM = (
    "import { Builder } from 'selenium-webdriver';\n\n"
    "const driver = new Builder().forBrowser('chrome').build();\n"
)
_WDIO = "import { browser, expect } from '@wdio/globals';\n"
_TESTCAFE = "import { ClientFunction, Selector, t } from 'testcafe';\n\nfixture('TRTC');\n"


def _in_test(call: str) -> str:
    return _TEST.replace("BODY", call)


def _tools() -> tuple[_Tool, ...]:
    found = [
        _Tool(f"Playwright {call}", _PLAYWRIGHT, _in_test(f"log(await {call});"))
        for call in (
            "page.evaluate(FN)", "page.mainFrame().evaluate(FN)", "page.waitForFunction(FN)",
            "page.addInitScript(FN)", "page.context().addInitScript(FN)",
            "page.frames()[0].evaluate(FN)", "page.workers()[0].evaluate(FN)",
        )
    ]  # fmt: skip
    found += [
        _Tool(f"Playwright {call}", _PLAYWRIGHT, _in_test(f"log(await {call});"), "el", "el.error")
        for call in ("page.locator('p').evaluate(FN)", "page.$eval('p', FN)")
    ]
    found += [
        _Tool("Playwright expect.poll", _PLAYWRIGHT,
              _in_test("await expect.poll(() => page.evaluate(FN)).toBe(true);")),
        _Tool("Playwright exposeFunction", _PLAYWRIGHT,
              _in_test("log(await page.exposeFunction('told', FN));"), "error", "error"),
        _Tool("Playwright page.on", _PLAYWRIGHT,
              _in_test("page.on('pageerror', FN);"), "error", "error"),
        _Tool("Playwright with arguments", _PLAYWRIGHT,
              _in_test("log(await page.evaluate(FN, { a: 1 }));"), "{ a }"),
        _Tool("Puppeteer evaluate", _PUPPETEER, "log(await page.evaluate(FN));"),
        _Tool("Puppeteer evaluateOnNewDocument", _PUPPETEER,
              "await page.evaluateOnNewDocument(FN);"),
        _Tool("Puppeteer $eval", _PUPPETEER, "log(await page.$eval('p', FN));", "el", "el.error"),
        _Tool("Puppeteer $$eval", _PUPPETEER, "log(await page.$$eval('p', FN));",
              "[el]", "el.error"),
        _Tool("Puppeteer evaluateHandle", _PUPPETEER,
              "log(await (await page.evaluateHandle(FN)).jsonValue());"),
        _Tool("Selenium executeScript", _SELENIUM, "log(await driver.executeScript(FN));"),
        _Tool("Selenium executeAsyncScript", _SELENIUM,
              "log(await driver.executeAsyncScript(FN));", "done", ERROR),
        _Tool("WebdriverIO execute", _WDIO, "log(await browser.execute(FN));"),
        _Tool("WebdriverIO executeAsync", _WDIO, "log(await browser.executeAsync(FN));", "done"),
        _Tool("WebdriverIO waitUntil", _WDIO,
              "log(await browser.waitUntil(() => browser.execute(FN)));"),
        _Tool("WebdriverIO global", "// TRTC\n", "log(await browser.execute(FN));"),
        _Tool("TestCafe ClientFunction", _TESTCAFE,
              "const isFailed = ClientFunction(FN);\ntest('room', async () => log(await isFailed()));"),
        _Tool("TestCafe with options", _TESTCAFE,
              "const isFailed = ClientFunction(FN, { dependencies: { a: 1 } });\nlog(await isFailed());"),
        _Tool("TestCafe t.eval", _TESTCAFE, "log(await t.eval(FN));"),
        _Tool("Cypress origin", "// TRTC\n", "cy.origin('https://a.example', FN);"),
        _Tool("Cypress then", "// TRTC\n", "cy.window().then(FN);", "win", "error"),
        _Tool("Cypress should", "// TRTC\n", "cy.get('p').should(FN);", "found", "error"),
        _Tool("extension scripting", "// TRTC\n",
              "await chrome.scripting.executeScript({ target: { tabId: 1 }, func: FN });"),
        _Tool("MongoDB $where", "import { collection } from 'mongodb';\n// TRTC\n",
              "await collection.find({ $where: FN });"),
    ]  # fmt: skip
    turned = {
        "toString": "(FN).toString()", "String()": "String(FN)", "template": "`${FN}`",
        "concatenation": "'' + (FN)",
    }  # fmt: skip
    found += [
        _Tool(f"{name} into new Function", "// TRTC\n",
              f"log(new Function('return (' + {text} + ')(lastTrtcError)')());", "e", "e")
        for name, text in turned.items()
    ]  # fmt: skip
    found += [
        _Tool(f"{name} into a worker", "// TRTC\n",
              f"const worker = new Worker(URL.createObjectURL(new Blob(['(', {text}, ')()'])));",
              "", "self.lastTrtcError")
        for name, text in turned.items()
    ]  # fmt: skip
    found += [
        _Tool("worker from a data URL", "// TRTC\n",
              "new Worker(`data:text/javascript,${encodeURIComponent(`(${FN})()`)}`);",
              "", "self.lastTrtcError"),
        _Tool("worker thread", "import { Worker } from 'node:worker_threads';\n// TRTC\n",
              "new Worker(`(${FN})()`, { eval: true });", "", "lastTrtcError"),
        _Tool("eval of its text", "// TRTC\n", "log((0, eval)(`(${FN})`)(lastTrtcError));",
              "e", "e"),
        _Tool("setTimeout of its text", "// TRTC\n", "setTimeout(`(${FN})()`, 0);"),
        _Tool("setTimeout", "// TRTC\n", "setTimeout(FN, 0);"),
        _Tool("vm.runInNewContext", "import vm from 'node:vm';\n// TRTC\n",
              "log(vm.runInNewContext(`(${FN})()`));"),
        _Tool("added script tag", _PLAYWRIGHT,
              _in_test("await page.addScriptTag({ content: `(${FN})()` });")),
        _Tool("called here", "// TRTC\n", "log((FN)());"),
    ]  # fmt: skip
    return tuple(found)


TOOLS = _tools()


def function(make: Maker) -> Case:
    """A file that gives a function to a tool."""
    tool = make.pick(*TOOLS)
    where = make.pick("inline", "inline", "named", "named", "named")
    if where == "inline":
        form, text = _inline(make, tool)
        body = tool.call.replace("FN", text)
    else:
        form, before, name, after = _named(make, tool)
        body = f"{before}{tool.call.replace('FN', name)}{after}"
    if make.chance(0.3):
        body += f"\n\nexport const handle = (error) => {expression(make)};"
    files = {"room.spec.mjs": f"{tool.head}\n{body}\n"}
    kind = f"function sent, {where}"
    return make.case(kind, f"{tool.name}, {form}", files, "room.spec.mjs", "module")


def _body(make: Maker, tool: _Tool) -> str:
    lines = statements(make, tool.error, 1)
    result = "done(1);" if tool.takes == "done" else "return 1;"
    return indented(f"{lines}\n{result}")


def _short(make: Maker, tool: _Tool) -> str:
    """The body of an arrow function without a block."""
    test = f"log({expression(make, tool.error)})"
    return f"done({test})" if tool.takes == "done" else test


def _inline(make: Maker, tool: _Tool) -> tuple[str, str]:
    takes = tool.takes
    match make.pick("expression", "block", "function", "default", "async"):
        case "expression":
            return "an expression", f"({takes}) => {_short(make, tool)}"
        case "block":
            return "a block", f"({takes}) => {{\n{_body(make, tool)}\n}}"
        case "async":
            return "async", f"async ({takes}) => {{\n{_body(make, tool)}\n}}"
        case "default":
            more = f"{takes}, " if takes else ""
            code = make.code()
            test = f"log({tool.error}.getCode() === errorCode)"
            test = f"done({test})" if takes == "done" else test
            return "a default", f"({more}errorCode = {code}) => {test}"
        case _:
            return "a function", f"function ({takes}) {{\n{_body(make, tool)}\n}}"


def _named(make: Maker, tool: _Tool) -> tuple[str, str, str, str]:
    """What kind of name, what stands before the call, the name, and what stands after it."""
    name = make.name("isFailed")
    takes, body = tool.takes, _body(make, tool)
    whole = f"function {name}({takes}) {{\n{body}\n}}"
    match make.pick(
        "declared", "below", "arrow", "short", "expression", "method", "property", "static",
        "alias", "either", "helper", "used here, too", "imported", "list", "made",
    ):  # fmt: skip
        case "declared":
            return "declared", f"{whole}\n\n", name, ""
        case "below":
            return "declared below", "", name, f"\n\n{whole}"
        case "arrow":
            return "arrow", f"const {name} = ({takes}) => {{\n{body}\n}};\n\n", name, ""
        case "short":
            short = f"const {name} = ({takes}) => {_short(make, tool)};\n\n"
            return "arrow expression", short, name, ""
        case "expression":
            return (
                "function expression",
                f"const {name} = function ({takes}) {{\n{body}\n}};\n\n",
                name,
                "",
            )
        case "method":
            text = f"const checks = {{\n  {name}({takes}) {{\n{indented(body)}\n  }},\n}};\n\n"
            # Text of a method is no expression: only tools that know can send it.
            known = tool.name.startswith(("Playwright", "Puppeteer", "TestCafe"))
            text = text if known else text.replace(f"{name}(", f"{name}: function (", 1)
            return "method", text, f"checks.{name}", ""
        case "property":
            text = f"const checks = {{\n  {name}: ({takes}) => {{\n{indented(body)}\n  }},\n}};\n\n"
            return "property", text, f"checks.{name}", ""
        case "static":
            text = f"class Checks {{\n  static {name} = ({takes}) => {{\n{indented(body)}\n  }};\n}}\n\n"
            return "static", text, f"Checks.{name}", ""
        case "alias":
            return "alias", f"{whole}\nconst probe = {name};\n\n", "probe", ""
        case "either":
            other = f"const other = ({takes}) => {_short(make, tool)};\n"
            return "either of two", f"{whole}\n{other}\n", f"log.name ? other : {name}", ""
        case "helper":
            before = f"{whole}\nconst given = (what) => what;\n\n"
            return "through a helper", before, f"given({name})", ""
        case "list":
            return "from a list", f"{whole}\nconst all = [{name}];\n\n", "all[0]", ""
        case "made":
            before = (
                f"function make() {{\n  return ({takes}) => {{\n{indented(body)}\n  }};\n}}\n\n"
            )
            return "made by a function", before, "make()", ""
        case "imported":
            return "used in another, too", f"{whole}\nexport const probe = {name};\n\n", name, ""
        case _:
            here = f"{whole}\nconst own = () => typeof {name};\nlog(own());\n\n"
            return "used here, too", here, name, ""


_STRINGS = {
    "new Function": "log(new Function('e', QUOTED_RETURN)(lastTrtcError));",
    "setTimeout": "setTimeout(QUOTED_LOG, 0);",
    "setInterval": "setInterval(QUOTED_LOG, 10);",
    "eval": "log((0, eval)(QUOTED));",
    "executeScript": "log(await browser.execute(QUOTED_BODY));",
    "Electron": "import { BrowserWindow } from 'electron';\n"
    "log(await new BrowserWindow().webContents.executeJavaScript(QUOTED));",
    "extension": "await chrome.tabs.executeScript(1, { code: QUOTED });",
    "worker": "new Worker(URL.createObjectURL(new Blob([QUOTED_POST])));",
    "Cypress eval": "cy.window().invoke('eval', QUOTED);",
    "vm": "import vm from 'node:vm';\nlog(vm.runInNewContext(QUOTED));",
    "joined": "const test = QUOTED;\nlog(new Function('return ' + test)());",
    "joined statements": "const test = QUOTED_LOG;\n(0, eval)('if (1) { ' + test + ' }');",
    "setTimeout of statements": "setTimeout(QUOTED_STATEMENTS, 0);",
    "eval of statements": "log(eval(QUOTED_STATEMENTS));",
    "executeJavaScript": "import { BrowserWindow } from 'electron';\n"
    "log(await new BrowserWindow().webContents.executeJavaScript(QUOTED_STATEMENTS));",
    "evaluate statements": "import { chromium } from 'playwright';\nconst page = await (await "
    "chromium.launch()).newPage();\nlog(await page.evaluate(QUOTED_STATEMENTS));",
    "evaluate a function": "import { chromium } from 'playwright';\nconst page = await (await "
    "chromium.launch()).newPage();\nlog(await page.evaluate(QUOTED_FUNCTION));",
    "evaluate an IIFE": "import { chromium } from 'playwright';\nconst page = await (await "
    "chromium.launch()).newPage();\nlog(await page.evaluate(QUOTED_CALLED));",
    "own evaluate": "const own = { evaluate: (text) => new Function('return ' + text)() };\n"
    "log(own.evaluate(QUOTED_CALLED));\nlog(own.evaluate(QUOTED));",
    "evaluate with an else": "const tail = ' else log(2);';\neval(QUOTED_IF + tail);",
    "vm of statements": "import vm from 'node:vm';\nlog(vm.runInNewContext(QUOTED_STATEMENTS));",
    "body of statements": "log(await browser.executeScript(QUOTED_STATEMENTS_RETURN));",
    "evaluate": "import { chromium } from 'playwright';\nconst page = await (await chromium.launch())"
    ".newPage();\nlog(await page.evaluate(QUOTED));",
}


def string(make: Maker) -> Case:
    """A script that gives a string of code to something that runs it."""
    shape = make.pick(*_STRINGS)
    call = _STRINGS[shape]
    test = f"lastTrtcError.getCode() === {make.code()}"
    quote = make.pick("'", '"', "`")
    for word, text in (
        ("QUOTED_STATEMENTS_RETURN", f"var e = lastTrtcError; {_condition(make)} return 2;"),
        ("QUOTED_STATEMENTS", f"var e = lastTrtcError; {_statement(make)}"),
        ("QUOTED_FUNCTION", f"(e = lastTrtcError) => e.getCode() === {make.code()}"),
        ("QUOTED_CALLED", f"(() => {test})()"),
        ("QUOTED_IF", f"if ({test}) {{ log(1); }}"),
        ("QUOTED_RETURN", f"return e.getCode() === {make.code()};"),
        ("QUOTED_LOG", f"log({test});"),
        ("QUOTED_BODY", f"return {test};"),
        ("QUOTED_POST", f"postMessage({test});"),
        ("QUOTED", test),
    ):
        call = call.replace(word, f"{quote}{text}{quote}")
    files = {"room.mjs": f"// TRTC\n{call}\nlog({expression(make)});\n"}
    return make.case("string in a script", shape, files, "room.mjs", "module")


def _condition(make: Maker) -> str:
    return f"if (e.getCode() === {make.code()}) return 1;"


def _statement(make: Maker) -> str:
    test = f"e.getCode() === {make.code()}"
    return make.pick(
        f"if ({test}) log(1); else log(2);",
        f"log({test});",
        f"{test}",
        f"switch (e.getCode()) {{ case {make.code()}: log(1); break; default: log(2); }}",
        f"var seen = [{make.code()}].map((code) => code === e.getCode()); seen[0];",
    )
