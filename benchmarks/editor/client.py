"""An editor for measurements: it writes and reads messages, and does nothing else."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any


class Client:
    """A server that has been started and greeted. command: what starts it."""

    def __init__(self, *command: str) -> None:
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._request("initialize", {"processId": None, "rootUri": None, "capabilities": {},
                                     "initializationOptions": {"delay": 0}})  # fmt: skip
        self._send("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def open(self, uri: str, language: str, text: str) -> int:
        """Open a text, and wait for its diagnostics; how many there are."""
        item = {"uri": uri, "languageId": language, "version": 0, "text": text}
        self._send("textDocument/didOpen", {"textDocument": item})
        return self._diagnostics(0)

    def change(self, uri: str, text: str, version: int) -> tuple[float, int]:
        """Change a text; the seconds until its diagnostics are there, and how many there are."""
        start = time.perf_counter()
        self._send(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"text": text}],
            },
        )
        found = self._diagnostics(version)
        return time.perf_counter() - start, found

    @property
    def memory(self) -> int:
        """Bytes of memory that the server has in use now."""
        pages = Path(f"/proc/{self._server.pid}/statm").read_text().split()[1]
        return int(pages) * 4096

    @property
    def processor(self) -> float:
        """Seconds of processor time that the server has used so far."""
        fields = Path(f"/proc/{self._server.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def _diagnostics(self, version: int) -> int:
        while True:
            message = self._read()
            params = message.get("params") or {}
            found = params.get("diagnostics")
            if found is not None and params.get("version") == version:
                return len(found)

    def _request(self, method: str, params: object) -> None:
        self._write({"id": 1, "method": method, "params": params})
        while self._read().get("id") != 1:
            pass

    def _send(self, method: str, params: object) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, object]) -> None:
        assert self._server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        output = self._server.stdout
        assert output is not None
        length = 0
        while line := output.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the server has ended")
        message: dict[str, Any] = json.loads(output.read(length))
        return message
