"""The back end as a browser that uses the TRTC SDK sees it."""

from __future__ import annotations

import json

import pytest
from call_reports import create_app
from call_reports.classify import RETRYABLE_CODES
from flake8_trtc import ErrorCode
from flask.testing import FlaskClient


@pytest.fixture
def client(tmp_path) -> FlaskClient:
    return create_app(str(tmp_path / "reports.db")).test_client()


def send(client: FlaskClient, **report: object):
    return client.post("/reports", json={"room": 7, "user": "alice", **report})


@pytest.mark.parametrize(
    ("code", "extra_code", "action"),
    [
        (ErrorCode.JOIN_ROOM_FAILED, -100013, "billing"),
        (ErrorCode.JOIN_ROOM_FAILED, 5001, "retry"),
        (ErrorCode.JOIN_ROOM_FAILED, 0, "investigate"),
        (ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED, 70001, "sign-again"),
        (ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED, 0, "retry"),
        (ErrorCode.PLAY_NOT_ALLOWED, 0, "ask-user"),
        (ErrorCode.REMOTE_STREAM_NOT_EXIST, 0, "ignore"),
        (ErrorCode.CLIENT_BANNED, 0, "ask-user"),
        (ErrorCode.INVALID_PARAMETER, 0, "investigate"),
        (1, 0, "investigate"),
    ],
)
def test_action(client: FlaskClient, code: int, extra_code: int, action: str) -> None:
    answer = send(client, code=code, extraCode=extra_code)
    assert (answer.status_code, answer.json["action"]) == (201, action)


def test_codes_in_every_spelling(client: FlaskClient) -> None:
    for code in (ErrorCode.PLAY_NOT_ALLOWED, "16451", "0x4043"):
        assert send(client, code=code).status_code == 201
    send(client, errorCode=ErrorCode.PLAY_NOT_ALLOWED)
    send(client)
    assert client.get("/stats").json == {"16451": 4, "65535": 1}


def test_advice(client: FlaskClient) -> None:
    assert send(client, code=ErrorCode.PLAY_NOT_ALLOWED).json["advice"] == "请点击任意处恢复声音"
    assert send(client, code=ErrorCode.JOIN_ROOM_FAILED).json["advice"] == "进入房间失败，请联系客服"
    assert send(client, code=ErrorCode.START_PUBLISH_CDN_FAILED).json["advice"] == "通话出现问题，请稍后再试"


def test_severity_and_alerts(client: FlaskClient) -> None:
    for _ in range(5):
        assert send(client, code=ErrorCode.SCHEDULE_FAILED).json["severity"] == "page"
    assert send(client, code=ErrorCode.CLIENT_BANNED).json["severity"] == "mail"
    assert client.get("/alerts").json == ["schedule fails", "client banned"]


def test_harmless_reports_are_forgotten(client: FlaskClient) -> None:
    send(client, code=ErrorCode.REMOTE_STREAM_NOT_EXIST)
    send(client, code=ErrorCode.DOWNLINK_RECONNECTION_FAILED)
    assert client.delete("/reports/harmless").json == {"forgotten": 1}
    assert client.get("/stats").json == {"16392": 1}


@pytest.mark.parametrize(
    "report", [{"room": 65536}, {"room": "lobby"}, {"user": ""}, {"code": "none"}]
)
def test_bad_reports(client: FlaskClient, report: dict[str, object]) -> None:
    answer = client.post("/reports", json={"room": 7, "user": "alice", **report})
    assert answer.status_code == 422
    assert client.get("/stats").json == {}


def test_codes_are_json_numbers() -> None:
    assert json.loads(json.dumps(sorted(RETRYABLE_CODES)))[0] == 16385
