"""Runs Python modules in a process of its own: what they log, give back and send somewhere.

On standard input a list of jobs in JSON, on standard output their results. A job is the directory
of a project, its main module and how it is run: "python" calls the functions whose names begin
with `handle`, "strings" gathers the texts that the module has something run.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import json
import sys
import textwrap
import types
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote, unquote

Job = dict[str, Any]


def main() -> int:
    """Run all jobs."""
    warnings.simplefilter("ignore")
    jobs: list[Job] = json.load(sys.stdin)
    sys.modules["trtc"] = types.ModuleType("trtc")
    runs: dict[str, Callable[[Job], object]] = {"python": _traces, "strings": _sent}
    results = [runs[job["run"]](job) for job in jobs]
    json.dump(results, sys.stdout)
    return 0


@contextlib.contextmanager
def _project(directory: str) -> Iterator[None]:
    """A project's modules can be imported, and are forgotten afterwards."""
    sys.path.insert(0, directory)
    before = set(sys.modules)
    try:
        yield
    finally:
        sys.path.remove(directory)
        sys.path_importer_cache.pop(directory, None)
        for name in set(sys.modules) - before:
            if getattr(sys.modules[name], "__file__", None) is not None and str(
                sys.modules[name].__file__
            ).startswith(directory):
                del sys.modules[name]


def _run(job: Job, given: dict[str, object]) -> dict[str, Any]:
    """Run the main module of a job; its names."""
    path = Path(job["directory"], job["main"])
    names: dict[str, Any] = {"__name__": "main", "__file__": str(path)}
    old = {name: getattr(builtins, name, None) for name in given}
    for name, value in given.items():
        setattr(builtins, name, value)
    try:
        exec(compile(path.read_bytes(), str(path), "exec", dont_inherit=True), names)
    finally:
        for name, value in old.items():
            delattr(builtins, name) if value is None else setattr(builtins, name, value)
    return names


def _traces(job: Job) -> list[str]:
    """What the module logs, and what each function gives back, for each code."""
    seen: list[str] = []

    def log(*values: object) -> None:
        seen.append(" ".join(map(str, values)))

    with _project(job["directory"]):
        try:
            names = _run(job, {"log": log})
        except Exception as error:
            return [f"{seen} threw {error!r}"]
        return [f"{seen} {_called(names, code)}" for code in job["codes"]]


def _called(names: dict[str, Any], code: int) -> str:
    told = []
    for name, value in sorted(names.items()):
        if name.startswith("handle") and callable(value):
            try:
                told.append(f"{name} {value(code)!r}")
            except Exception as error:
                told.append(f"{name} threw {error!r}")
    return "\n".join(told)


class _Taker:
    """Takes a text by any method, each of which has a way to run it."""

    def __init__(self, run: Callable[[str, str], None], ways: dict[str, str]) -> None:
        self._run = run
        self._ways = ways

    def __getattr__(self, name: str) -> Any:
        if name not in self._ways:
            return self

        def take(*values: Any, **named: Any) -> Any:
            texts = [item for item in (*values, *named.values()) if isinstance(item, (str, dict))]
            text = texts[-1]["source"] if isinstance(texts[-1], dict) else texts[-1]
            self._run(self._ways[name], text)
            return self

        return take


class _Shown(str):
    """What a notebook shows: by how it is run."""

    how = "script"


class _Page(_Shown):
    how = "page"

    @property
    def body(self) -> str:
        return str(self)


def _page(text: str = "", content: str = "") -> _Page:
    return _Page(text or content)


def _sent(job: Job) -> list[dict[str, str]]:
    """The texts that a module has something run, and how."""
    calls: list[dict[str, str]] = []

    def run(how: str, text: str) -> None:
        calls.append({"how": how, "text": str(text)})

    given: dict[str, object] = {
        "run": run,
        "page": _Taker(run, {
            **dict.fromkeys(("evaluate", "evaluate_handle", "wait_for_function", "eval_on_selector"), "evaluate"),
            **dict.fromkeys(("add_init_script", "add_script_tag"), "script"),
            "set_content": "page",
        }),
        "driver": _Taker(run, {
            "execute_script": "body", "execute_async_script": "body", "execute_cdp_cmd": "script",
        }),
        "view": _Taker(run, {"runJavaScript": "script", "evaluate_js": "script"}),
        "engine": _Taker(run, dict.fromkeys(("eval_js", "eval", "compile", "evaljs"), "script")),
        "subprocess": types.SimpleNamespace(run=lambda command: run("script", command[-1])),
        "display": lambda shown: run(shown.how, shown),
        "print": lambda text: run("page", text),
        "Javascript": _Shown, "HTML": _page, "HTMLResponse": _page, "HttpResponse": _page,
        "mark_safe": str, "render_template_string": _rendered, "Template": Template,
        "written": _written, "json": json, "quote": quote, "unquote": unquote,
        "textwrap": textwrap,
    }  # fmt: skip
    with _project(job["directory"]), contextlib.redirect_stdout(io.StringIO()):
        try:
            _run(job, given)
        except Exception as error:
            run("text", f"threw {error!r}")
    return calls


def _written(text: str) -> str:
    return text.encode().decode()


def _rendered(text: str) -> str:
    from jinja2 import Template as Jinja

    return str(Jinja(text).render())


if __name__ == "__main__":
    sys.exit(main())
