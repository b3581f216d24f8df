import json
from unittest import mock

import pytest

from classroom import ingest
from classroom.ingest import FaultIngest, normalise

TRTC_SAMPLE = {"sdk": "trtc-js-sdk@4.15.22", "room": 70201, "uid": "t_01"}


def body(**kw):
    return json.dumps({**TRTC_SAMPLE, **kw})


@pytest.fixture
def sink():
    with mock.patch.object(ingest, "sink") as m:
        m.capacity = 4096
        yield m


@pytest.mark.parametrize(
    "error_code, kind",
    [
        (4099, "device"),
        (16451, "autoplay"),
        (0x4049, "browser"),
        pytest.param(16448, "kick", id="banned"),
    ],
)
def test_kind(error_code, kind):
    assert normalise(error_code) == kind


@pytest.mark.parametrize("size", [0, 1, 4096, 65535])
def test_body_size(sink, size):
    FaultIngest(sink).feed("x" * size)
    assert sink.put.called is False


def test_join_failure_pages(sink):
    FaultIngest(sink).feed(body(errorCode=16388, extraCode=-10016))
    (event,), _ = sink.put.call_args
    assert event.error_code == 16388
    assert event.extra_code == -10016
    assert event.severity == "page"


def test_unknown_is_kept(sink):
    FaultIngest(sink).feed(body(errorCode="0xffff"))
    event = sink.put.call_args.args[0]
    assert event.error_code == 65535


def test_listens_on_port():
    srv = ingest.make_server()
    assert srv.server_port == 4099
    srv.server_close()
