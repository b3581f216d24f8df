"""Annotations of Python that say what a value is an object of."""

from __future__ import annotations

import pytest
from marked import found, unmarked

BEFORE = "import liteav\nfrom liteav import TRTCCloud as Cloud\n"
FOUND = {
    "parameter": "def f(cloud: liteav.TRTCCloud):\n    r = cloud.EnterRoom(p, 1)\n    return r == ‹-3301›\n",
    "alias": "def f(cloud: Cloud = None):\n    return cloud.ExitRoom() == ‹-102›\n",
    "or none": "def f(cloud: Cloud | None = None):\n    return cloud.EnterRoom(p) == ‹-3301›\n",
    "optional": "def f(cloud: Optional[liteav.TRTCCloud]):\n    return cloud.EnterRoom(p) == ‹-3301›\n",
    "quoted": 'def f(cloud: "liteav.TRTCCloud"):\n    return cloud.EnterRoom(p) == ‹-3301›\n',
    "member": "class A:\n    cloud: liteav.TRTCCloud\n    def f(self):\n        n = self.cloud.EnterRoom(p)\n        return n == ‹-3301›\n",
    "member given": "class A:\n    def __init__(self, c):\n        self.c: liteav.TRTCCloud = c\n    def f(self): return self.c.EnterRoom(p) == ‹-3301›\n",
    "handed on": "class A:\n    def __init__(self, c: liteav.TRTCCloud): self.c = c\n    def f(self): return self.c.EnterRoom(p) == ‹-3301›\n",
    "an error": "def f(error: liteav.Error):\n    return error == ‹-3301›\n",
}  # fmt: skip
SILENT = {
    "another type": "def f(cloud: int):\n    r = cloud.EnterRoom(p)\n    return r == -3301\n",
    "several types": "def f(cloud: liteav.TRTCCloud | Fake):\n    r = cloud.EnterRoom(p)\n    return r == -3301\n",
    "a list of them": "def f(clouds: list[int]):\n    r = clouds[0].EnterRoom(p)\n    return r == -3301\n",
    "a class of the file": "class Cloud2: pass\ndef f(cloud: Cloud2):\n    r = cloud.EnterRoom(p)\n    return r == -3301\n",
    "a library's exception": "def f(e: WebSocketDisconnect):\n    return e.code == -3301\n",
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str) -> None:
    text, expected = unmarked(BEFORE + FOUND[case])
    assert expected
    assert found(text) == expected


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found(BEFORE + SILENT[case]) == []
