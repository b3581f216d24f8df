"""Numbers that are seen to reach a YAML dumper stay numbers."""

from __future__ import annotations

import pytest
from fixing import fixed, outcome

from flake8_trtc.messages import refusals

HEAD = "import trtc\nimport yaml\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "yaml.safe_dump({'error_code': 16388})\n",
        "yaml.dump([{'error_code': 16388}], stream)\n",
        "yaml.dump(dict(error_code=16388))\n",
        "report = {'error_code': 16388}\nyaml.safe_dump(report)\n",
        "report = {}\nreport['error_code'] = 16388\nyaml.safe_dump_all([report])\n",
        "ruamel.yaml.YAML().dump({'error_code': 16388}, out)\n",
    ],
)
def test_what_is_dumped_stays(text: str) -> None:
    result = outcome(f"{HEAD}{text}".encode())
    assert (result.new, result.error) == (None, None)
    assert [item.reason for item in result.refusals] == [refusals.YAML()]


@pytest.mark.parametrize(
    "text",
    [
        "yaml.safe_dump({'failed': error_code == 16388})\n",
        "json.dump({'error_code': 16388}, out)\n",
        "report = {'error_code': 16388}\nyaml.safe_dump(other)\n",
        "failed = error_code == 16388\nyaml.safe_dump(failed)\n",
        "yaml.safe_dump(text(error_code=16388))\n",
    ],
)
def test_what_is_not_dumped_is_fixed(text: str) -> None:
    new = fixed(f"{HEAD}{text}".encode()).decode()
    assert new.endswith(text.replace("16388", "ErrorCode.JOIN_ROOM_FAILED"))
