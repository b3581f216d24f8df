"""Pages taken apart as browsers do it, and templates rendered on every branch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import product

Part = dict[str, str]
"""Code of a page: `how` it is run ("classic", "module" or "handler"), and its `text`."""

_CLASSIC = frozenset({"", "text/javascript", "application/javascript"})


class _Parts(HTMLParser):
    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self._files = files
        self._how: str | None = None
        self.parts: list[Part] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.parts += (
            {"how": "handler", "text": text} for name, text in named.items() if name[:2] == "on"
        )
        if tag == "script":
            kind = named.get("type", "").strip().lower()
            self._how = "classic" if kind in _CLASSIC else "module" if kind == "module" else None
            if self._how is not None and "src" in named:
                self.parts.append({"how": self._how, "text": self._files.get(named["src"], "")})
                self._how = None

    def handle_data(self, data: str) -> None:
        if self._how is not None:
            self.parts.append({"how": self._how, "text": data})

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._how = None


def parts(page: str, files: Mapping[str, str] | None = None) -> list[Part]:
    """The code of a page, in the order in which a browser meets it; files: scripts by address."""
    parser = _Parts(files or {})
    parser.feed(page)
    parser.close()
    return parser.parts


def renderings(engine: str, files: Mapping[str, str], main: str) -> Iterator[str]:
    """What a template gives on each of its branches; `threw …` where it gives nothing."""
    render = {"jinja": _jinja, "django": _django}[engine]
    template = render(files, main)
    for a, b, c in product((True, False), repeat=3):
        for xs, kind in (([], ""), ([1], "text/javascript"), ([1, 2], "module")):
            yield template({"a": a, "b": b, "c": c, "xs": xs, "kind": kind, "title": "t"})


_Render = Callable[[dict[str, object]], str]


def _jinja(files: Mapping[str, str], main: str) -> _Render:
    from jinja2 import DictLoader, Environment, TemplateError

    environment = Environment(loader=DictLoader(files), autoescape=True)
    try:
        template = environment.get_template(main)
    except TemplateError as error:
        told = f"threw {type(error).__name__}"
        return lambda _: told

    def render(values: dict[str, object]) -> str:
        try:
            return template.render(values)
        except TemplateError as error:
            return f"threw {type(error).__name__}"

    return render


def _django(files: Mapping[str, str], main: str) -> _Render:
    from django.template import Context, Engine, TemplateSyntaxError

    _configured()
    loader = ("django.template.loaders.locmem.Loader", dict(files))
    try:
        template = Engine(loaders=[loader]).get_template(main)
    except TemplateSyntaxError as error:
        told = f"threw {error}"
        return lambda _: told

    def render(values: dict[str, object]) -> str:
        try:
            return str(template.render(Context(values)))
        except TemplateSyntaxError as error:
            return f"threw {error}"

    return render


@cache
def _configured() -> None:
    from django.conf import settings

    settings.configure()
