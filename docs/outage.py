"""Make docs/images/outage.svg, the picture of a log with an outage: python docs/outage.py.

The log is made from a seed: a service whose calls fail now and then all day, and whose rooms can't
be entered from ten to twelve, as a firewall's new rule has it. `logs --plot` draws it.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PICTURE = Path(__file__).parent / "images" / "outage.svg"
_DAY = datetime(2026, 11, 29, tzinfo=UTC)
_FROM, _TO = 10 * 60, 12 * 60
"""Minutes of the day between which rooms can't be entered."""
_USUAL = {
    "<PLAY_NOT_ALLOWED 0x4043>": 0.9,
    "<JOIN_ROOM_FAILED 0x4004>": 0.3,
    "<INITIALIZE_FAILED 0x1004>": 0.2,
}
"""How many of them there are a minute."""
_OUTAGE = 14.0


def lines() -> Iterator[str]:
    """The lines of the log, by time."""
    chance = random.Random(7)
    for minute in range(24 * 60):
        busy = 0.3 + 0.7 * (7 * 60 <= minute < 22 * 60)
        for tag, often in _USUAL.items():
            out = "JOIN" in tag and _FROM <= minute < _TO
            mean = _OUTAGE if out else often * busy
            for _ in range(round(chance.gauss(mean, mean**0.5))):
                moment = _DAY + timedelta(minutes=minute, seconds=chance.randrange(60))
                yield f"{moment:%Y-%m-%dT%H:%M:%SZ} ERROR RtcError: failed {tag}\n"


def draw(path: Path) -> None:
    """Write the picture that `logs` makes of the log."""
    with tempfile.TemporaryDirectory() as directory:
        log = Path(directory, "app.log")
        log.write_text("".join(lines()), encoding="utf-8")
        command = [sys.executable, "-m", "flake8_trtc", "logs", "--plot", str(path), str(log)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    draw(PICTURE)
