"""One reader a language; a file is read region by region, those inside other text included."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from flake8_trtc.model import Region, Site, Span
from flake8_trtc.options import Options
from flake8_trtc.prefilter import Candidates, candidates
from flake8_trtc.source import Source

SCRIPTS = {
    ".js": "js",
    ".mjs": "js",
    ".cjs": "js",
    ".jsx": "js",
    ".ts": "ts",
    ".mts": "ts",
    ".cts": "ts",
    ".tsx": "tsx",
}
"""The dialect of each kind of script file, by its suffix."""

PAGES = frozenset({".html", ".htm", ".j2", ".jinja", ".jinja2"})
DOCUMENTS = frozenset({".vue", ".md", ".ipynb"})


def read(source: Source, found: Candidates, options: Options) -> list[Site]:
    """Tell what each candidate of a file does, in the order of the text.

    The language is told by the suffix of the path; a file without a known one is Python.
    Raises ValueError, with one clear line, for a notebook that is not JSON.
    """
    suffix = os.path.splitext(source.path)[1].lower()
    if suffix in SCRIPTS:
        from flake8_trtc.languages import javascript

        return javascript.read(source, found, SCRIPTS[suffix])
    if suffix in PAGES or suffix in DOCUMENTS:
        regions = _regions(source.utf8, suffix)
        return _sorted(site for region in regions for site in _inside(region, options))
    return _python(source, found, options)


def _python(source: Source, found: Candidates, options: Options) -> list[Site]:
    """The sites of a module, and of the code in its strings."""
    from flake8_trtc.languages import python

    sites, embedded = python.read(source, found, options)
    return _sorted((*sites, *(site for region in embedded for site in _inside(region, options))))


def _sorted(sites: Iterable[Site]) -> list[Site]:
    return sorted(sites, key=lambda site: site.span)


def _regions(utf8: bytes, suffix: str) -> Iterator[Region]:
    if suffix == ".md":
        from flake8_trtc.languages import markdown

        return markdown.regions(utf8)
    if suffix == ".ipynb":
        from flake8_trtc.languages import notebook

        return notebook.regions(utf8)
    from flake8_trtc.languages import html

    return html.vue_regions(utf8) if suffix == ".vue" else html.regions(utf8, template=True)


def _inside(region: Region, options: Options) -> Iterator[Site]:
    """The sites of a region, moved to where they stand in the text that the region is from."""
    found = candidates(region.text, whole=True, constants=options.error_code[1])
    if found is None:
        return
    source = Source("", region.text)
    if region.language == "python":
        sites = _python(source, found, options)
    else:
        from flake8_trtc.languages import javascript

        sites = javascript.read(source, found, region.language)
    for site in sites:
        yield _moved(site, region)


def _moved(site: Site, region: Region) -> Site:
    around, outer = region.map.around, region.map.outer(site.span)
    chain, table = site.chain, site.table
    if chain is not None:
        chain = (around(Span(chain[0], chain[0] + 1)).start, chain[1])
    if table is not None:
        table = table._replace(start=around(Span(table.start, table.start + 1)).start)
    inner = site.region
    if inner is not None:  # code in a string of the region
        inner = inner._replace(map=inner.map.within(region.map))
    return site._replace(
        span=outer or around(site.span),
        scopes=(*map(around, site.scopes), *region.scopes),
        chain=chain,
        table=table,
        obstacle=site.obstacle if outer is not None else "it is written with escapes",
        region=inner or region,
        inner=site.inner or site.span,
    )
