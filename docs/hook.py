"""MkDocs' side of the site: hands it the pages of sitegen, the menu, and each page's twin."""

from __future__ import annotations

import posixpath
import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from pymdownx.slugs import slugify  # type: ignore[import-untyped]

sys.path.insert(0, str(Path(__file__).parent))
from sitegen.pages import groups, results

# The other language's site is a directory of the English one, or the one above it.
_LANGUAGES = {"en": "English", "zh": "中文"}
_ROOTS = {("en", "en"): ".", ("en", "zh"): "zh", ("zh", "en"): "..", ("zh", "zh"): "."}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the menu, the language switch, and anchors that keep the Chinese of a heading."""
    config.nav = [
        {group.title: [{page.title: page.path} for page in group.pages]}
        for group in groups(_language(config))
    ]
    config.mdx_configs["toc"]["slugify"] = slugify(case="lower")
    config.extra["alternate"] = [
        {"name": name, "lang": other, "link": _ROOTS[_language(config), other] + "/"}
        for other, name in _LANGUAGES.items()
    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the pages in the place of the texts that they are made of."""
    for file in [file for file in files if file.src_uri.startswith("guide/")]:
        files.remove(file)
    for group in groups(_language(config)):
        for page in group.pages:
            files.append(File.generated(config, page.path, content=page.markdown))
    for place, path in results().items():
        files.append(File.generated(config, place, abs_src_path=str(path)))
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the language switch lead to the same page.

    Links in the head are left out: Material would look for a site's map below each of them.
    """
    output = re.sub(r'\s*<link rel="alternate"[^>]*>', "", output)
    return re.sub(
        r'<a href="[^"]*" hreflang="(\w+)"',
        lambda match: f'<a href="{_twin(config, page.url, match[1])}" hreflang="{match[1]}"',
        output,
    )


def _language(config: MkDocsConfig) -> str:
    return str(config.theme["language"])


def _twin(config: MkDocsConfig, url: str, language: str) -> str:
    """Where a page is in a language, seen from itself in that of the site."""
    there = posixpath.join(_ROOTS[_language(config), language], url)
    return posixpath.relpath(there, url or ".") + "/"
