"""Drives a headless Chromium through its debugging pipe: pages, clicks, what the console says."""

from __future__ import annotations

import fcntl
import functools
import http.server
import json
import os
import select
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
_FLAGS = (
    "--headless",
    "--no-sandbox",  # in a container the tests run as root
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    # Nothing but the machine itself can be reached.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_PATIENCE = 20.0  # seconds
# Chromium reads its commands from descriptor 3 and writes to 4.
_START = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'

Message = dict[str, Any]


class Browser:
    """A Chromium of its own, with a profile of its own; a context manager."""

    def __init__(self, *flags: str) -> None:
        """Start it. flags: more of Chromium's own. Raises AssertionError where it is missing."""
        assert CHROMIUM is not None
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        commands, self._to = _pipe()
        self._from, answers = _pipe()
        shell = ("bash", "-c", _START, "bash", str(commands), str(answers))
        self._process = subprocess.Popen(
            [*shell, CHROMIUM, *_FLAGS, f"--user-data-dir={self._profile.name}", *flags],
            pass_fds=(commands, answers),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self._unread = b""
        self._last = 0
        self._pages: dict[str, Page] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._to)  # Chromium ends with its pipe
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from)
        self._profile.cleanup()

    def open(self, url: str) -> Page:
        """Load a page in a tab of its own, and wait until it is loaded."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Log"):
            page.send(f"{domain}.enable")
        page.loaded = False
        page.send("Page.navigate", url=url)
        while not page.loaded:
            self._read()
        return page

    def send(self, method: str, session: str | None = None, **parameters: object) -> Message:
        """Give a command of the DevTools protocol; its result. Raises RuntimeError if it fails."""
        self._last += 1
        command: Message = {"id": self._last, "method": method, "params": parameters}
        if session is not None:
            command["sessionId"] = session
        os.write(self._to, json.dumps(command).encode() + b"\0")
        while (answer := self._read()).get("id") != command["id"]:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: Message = answer["result"]
        return result

    def _read(self) -> Message:
        """The next message, an event told to its page. Raises TimeoutError."""
        while b"\0" not in self._unread:
            if not select.select([self._from], [], [], _PATIENCE)[0]:
                raise TimeoutError("Chromium says nothing")
            read = os.read(self._from, 1 << 16)
            if not read:
                raise TimeoutError("Chromium has ended")
            self._unread += read
        line, _, self._unread = self._unread.partition(b"\0")
        message: Message = json.loads(line)
        page = self._pages.get(message.get("sessionId", ""))
        if page is not None and "method" in message:
            page.hear(message["method"], message["params"])
        return message


class Page:
    """A tab. errors: what its console has shown as an error, exceptions included, in order."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session
        self.loaded = False
        self.errors: list[str] = []

    def send(self, method: str, **parameters: object) -> Message:
        """Give this tab a command of the DevTools protocol."""
        return self._browser.send(method, self._session, **parameters)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, a promise's once it is kept, as JSON has it.

        Raises RuntimeError for an exception.
        """
        answer = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(_exception(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def text(self, selector: str) -> str:
        """The text of an element once it has one. Raises TimeoutError."""
        return self._settled(selector, lambda text: text != "")

    def becomes(self, selector: str, expected: str) -> None:
        """Wait until an element has a text. Raises TimeoutError."""
        self._settled(selector, lambda text: text == expected)

    def _settled(self, selector: str, settled: Callable[[str], bool]) -> str:
        element = f"document.querySelector({json.dumps(selector)})"
        end = time.monotonic() + _PATIENCE
        found = ""
        while time.monotonic() < end:
            found = str(self.evaluate(f"{element}?.textContent.trim() ?? ''"))
            if settled(found):
                return found
            time.sleep(0.05)
        raise TimeoutError(f"{selector} says {found!r}; the console: {self.errors}")

    def click(self, selector: str) -> None:
        """Click on an element as a user does: Chromium counts it as a gesture."""
        box = self.evaluate(
            f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send(
                "Input.dispatchMouseEvent",
                type=kind, x=box[0], y=box[1], button="left", clickCount=1,
            )  # fmt: skip

    def type(self, text: str) -> None:
        """Put a text into the element that has the focus, at one go: it hears of one key."""
        self.send("Input.insertText", text=text)
        self.send("Input.dispatchKeyEvent", type="keyUp")

    def enter(self) -> None:
        """Press Enter."""
        key = {"key": "Enter", "windowsVirtualKeyCode": 13}
        self.send("Input.dispatchKeyEvent", type="keyDown", text="\r", **key)
        self.send("Input.dispatchKeyEvent", type="keyUp", **key)

    def waits(self, expression: str) -> None:
        """Wait until a JavaScript expression is true, be it on another page. Raises TimeoutError."""
        end = time.monotonic() + _PATIENCE
        while True:
            with suppress(RuntimeError):  # there is no page between two pages
                if self.evaluate(f"Boolean({expression})"):
                    return
            if time.monotonic() > end:
                raise TimeoutError(f"{expression} is false; the console: {self.errors}")
            time.sleep(0.05)

    def hear(self, method: str, event: Message) -> None:
        """Take note of an event of the DevTools protocol."""
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Runtime.exceptionThrown":
            self.errors.append(_exception(event["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and event["type"] in {"error", "assert"}:
            shown = (str(item.get("value", item.get("description"))) for item in event["args"])
            self.errors.append(" ".join(shown))
        elif method == "Log.entryAdded" and event["entry"]["level"] == "error":
            self.errors.append(event["entry"]["text"])


def _exception(details: Message) -> str:
    return str(details.get("exception", {}).get("description", details["text"]))


def _pipe() -> tuple[int, int]:
    """A pipe with descriptors above those that the shell moves them to."""
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return high[0], high[1]


@contextmanager
def files(directory: Path) -> Iterator[str]:
    """Serve the files of a directory; its address."""
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(directory))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None: ...
