"""The server's side of the pages."""

from __future__ import annotations

import pytest
from call_page import create_app
from flake8_trtc import ErrorCode
from flask.testing import FlaskClient


@pytest.fixture
def client() -> FlaskClient:
    return create_app().test_client()


def test_check_page(client: FlaskClient) -> None:
    page = client.get("/").text
    assert '<script src="/static/js/trtc.js"></script>' in page
    assert "请检查设备的摄像头及麦克风是否正常" in page


def test_sound_page(client: FlaskClient) -> None:
    page = client.get("/sound?user=<alice>").text
    assert "<title>&lt;alice&gt; 的扬声器检测</title>" in page
    assert "播放失败：${e.getCode()}" in page
    assert "{{" not in page


def test_room_page(client: FlaskClient) -> None:
    page = client.get("/rooms/12345?user=alice").text
    assert 'const user = "alice";' in page
    assert "client.join({ roomId: 12345 })" in page
    assert "room 12345 is a test room" in page
    assert "test room" not in client.get("/rooms/7").text
    assert client.get("/rooms/lobby").status_code == 404


@pytest.mark.parametrize("name", ["room.js", "harmless.mjs"])
def test_scripts(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/static/js/{name}")
    assert (answer.status_code, answer.mimetype) == (200, "text/javascript")
    answer.close()


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (ErrorCode.DEVICE_NOT_FOUND, "请检查麦克风和摄像头"),
        (ErrorCode.PLAY_NOT_ALLOWED, "请点击页面以播放声音"),
        (ErrorCode.JOIN_ROOM_FAILED, "进入房间失败，请稍后重试"),
        (ErrorCode.CLIENT_BANNED, "您已被移出房间"),
        (ErrorCode.SCHEDULE_FAILED, "网络不可用，请检查网络后重试"),
        (1, "通话出现问题，请稍后再试"),
    ],
)
def test_advice(client: FlaskClient, code: int, advice: str) -> None:
    assert client.post("/reports", json={"code": code}).json == {"code": code, "advice": advice}


def test_bad_reports(client: FlaskClient) -> None:
    assert client.post("/reports", json={"code": "16388"}).status_code == 422
    assert client.post("/reports").json == {"code": ErrorCode.UNKNOWN, "advice": "通话出现问题，请稍后再试"}
