"""One reader a language; a file is read region by region, those inside other text included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_trtc.config.options import Options
from flake8_trtc.languages.prefilter import Candidates, candidates
from flake8_trtc.messages import refusals
from flake8_trtc.model import Kind, Place, Region, Site, Span
from flake8_trtc.source import Source, language_of

SCRIPTS = frozenset({"js", "ts", "tsx"})


def read(source: Source, found: Candidates, options: Options) -> list[Site]:
    """Tell what each candidate of a file does, in the order of the text.

    Raises ValueError, with one clear line, for a notebook that is not JSON.
    """
    language = language_of(source.path)
    if language == "python":
        return _python(source, found, options)
    if language in SCRIPTS:
        from flake8_trtc.languages.javascript import reader as javascript

        return javascript.read(source, found, language, options.js_error_code)
    inside = (_inside(region, options) for region in _regions(source.utf8, language))
    return _sorted(site for sites in inside for site in sites)


def regions(source: Source, options: Options) -> list[Region]:
    """The code inside other text, in order; in Python the strings that may hold a finding.

    A script has none. Raises ValueError for a notebook that is not JSON.
    """
    language = language_of(source.path)
    if language in SCRIPTS:
        return []
    if language != "python":
        return list(_regions(source.utf8, language))
    from flake8_trtc.languages.python import reader as python

    found = candidates(source.utf8, whole=True, constants=options.constants)
    return [] if found is None else python.regions(source, found, options)


def _python(source: Source, found: Candidates, options: Options) -> list[Site]:
    """The sites of a module, and of the code in its strings."""
    from flake8_trtc.languages.python import reader as python

    sites, embedded = python.read(source, found, options)
    return _sorted((*sites, *(site for region in embedded for site in _inside(region, options))))


def _sorted(sites: Iterable[Site]) -> list[Site]:
    return sorted(sites, key=lambda site: site.span)


def _regions(utf8: bytes, language: str) -> Iterator[Region]:
    """The regions of a page or a document."""
    if language == "markdown":
        from flake8_trtc.languages import markdown

        return markdown.regions(utf8)
    if language == "notebook":
        from flake8_trtc.languages import notebook

        return notebook.regions(utf8)
    from flake8_trtc.languages import html

    return html.vue_regions(utf8) if language == "vue" else html.regions(utf8, template=True)


def _inside(region: Region, options: Options) -> Iterator[Site]:
    """The sites of a region, moved to where they stand in the text that the region is from."""
    found = candidates(region.text, whole=True, constants=options.constants)
    if found is None:
        return
    source = Source("", region.text)
    if region.language == "python":
        sites = _python(source, found, options)
    else:
        from flake8_trtc.languages.javascript import reader as javascript

        sites = javascript.read(source, found, region.language, options.js_error_code)
        if options.wants("TRT902", ""):
            error = javascript.first_error(region.text, region.language)
            sites += [] if error is None else [_broken(error, len(region.text))]
    for site in sites:
        yield _moved(site, region)


def _broken(offset: int, length: int) -> Site:
    """The place where a region of some length ceases to parse."""
    scopes = (Span(0, length),)
    return Site(Span(offset, offset), "", Kind.BROKEN, None, Place.VALUE, None, scopes)


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
        obstacle=site.obstacle if outer is not None else refusals.ESCAPES(),
        region=inner or region,
        inner=site.inner or site.span,
    )
