"""Writes the JSON Schema of `[tool.flake8-trtc]`, which editors check a pyproject.toml against.

python docs/schema.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from flake8_trtc.catalog.pages import SITE
from flake8_trtc.config.settings import CHOICES, SETTINGS
from flake8_trtc.messages.arguments import SHARED

PATH = Path(__file__).parent / "assets" / "flake8-trtc.schema.json"
_LIST = {"type": ["string", "array"], "items": {"type": "string"}}
# Values that have a form of their own; what else an option takes is a string.
_FORMS: dict[str, dict[str, Any]] = {
    "trtc-sdk-version": {
        "type": "string",
        "anyOf": [{"const": "auto"}, {"pattern": r"^\s*[vV]?\d+(\.\d+)*\s*$"}],
    },
    "trtc-error-code": {"type": "string", "pattern": r"^\s*[^:\s]+:[^:\s]+\s*$"},
    "trtc-language": {"enum": ["en", "zh"]},
    "trtc-allow": {"type": ["string", "array"], "items": {"type": ["string", "integer"]}},
}
_OTHERS: dict[str, dict[str, Any]] = {
    "per-file-ignores": {
        "description": "Codes to leave out in some files: a table of globs, or GLOB:CODES",
        "type": ["string", "array", "object"],
        "items": {"type": "string"},
        "additionalProperties": _LIST,
    },
    "disable-noqa": {
        "description": "Report in spite of noqa comments",
        "enum": [True, False, 0, 1, "true", "false", "yes", "no", "on", "off", "1", "0"],
    },
}


def schema() -> dict[str, Any]:
    """The schema: every option by its name, ours also without `trtc-`."""
    options: dict[str, dict[str, Any]] = {}
    for setting in SETTINGS:
        form = _FORMS.get(setting.name, _LIST if setting.listed else {"type": "string"})
        options[setting.name] = {"description": setting.help, **form}
        options[setting.name.removeprefix("trtc-")] = options[setting.name]
    for name, _ in CHOICES:
        options[name] = {"description": SHARED[name].en, **_LIST}
    options |= _OTHERS
    both = {name.replace("-", "_"): form for name, form in options.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{SITE}assets/{PATH.name}",
        "title": "flake8-trtc",
        "description": "The table [tool.flake8-trtc] of a pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {**options, **both},
    }


def written() -> str:
    """The text of the file."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    PATH.write_text(written(), encoding="utf-8")
    sys.exit()
