"""The back end as a browser that uses the TRTC SDK sees it."""

from __future__ import annotations

import json

import pytest
from call_reports import create_app
from call_reports.classify import RETRYABLE_CODES
from flask.testing import FlaskClient


@pytest.fixture
def client(tmp_path) -> FlaskClient:
    return create_app(str(tmp_path / "reports.db")).test_client()


def send(client: FlaskClient, **report: object):
    return client.post("/reports", json={"room": 7, "user": "alice", **report})


@pytest.mark.parametrize(
    ("code", "extra_code", "action"),
    [
        (16388, -100013, "billing"),
        (16388, 5001, "retry"),
        (0x4004, 0, "investigate"),
        (16385, 70001, "sign-again"),
        (16385, 0, "retry"),
        (16451, 0, "ask-user"),
        (0x4010, 0, "ignore"),
        (16448, 0, "ask-user"),
        (4096, 0, "investigate"),
        (1, 0, "investigate"),
    ],
)
def test_action(client: FlaskClient, code: int, extra_code: int, action: str) -> None:
    answer = send(client, code=code, extraCode=extra_code)
    assert (answer.status_code, answer.json["action"]) == (201, action)


def test_codes_in_every_spelling(client: FlaskClient) -> None:
    for code in (16451, "16451", "0x4043"):
        assert send(client, code=code).status_code == 201
    send(client, errorCode=0x4043)
    send(client)
    assert client.get("/stats").json == {"16451": 4, "65535": 1}


def test_advice(client: FlaskClient) -> None:
    assert send(client, code=0x4043).json["advice"] == "请点击任意处恢复声音"
    assert send(client, code=16388).json["advice"] == "进入房间失败，请联系客服"
    assert send(client, code=16453).json["advice"] == "通话出现问题，请稍后再试"


def test_severity_and_alerts(client: FlaskClient) -> None:
    for _ in range(5):
        assert send(client, code=16460).json["severity"] == "page"
    assert send(client, code=16448).json["severity"] == "mail"
    assert client.get("/alerts").json == ["schedule fails", "client banned"]


def test_harmless_reports_are_forgotten(client: FlaskClient) -> None:
    send(client, code=16400)
    send(client, code=16392)
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
