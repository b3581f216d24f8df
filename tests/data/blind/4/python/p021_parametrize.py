import pytest

from meeting.trtc_errors import explain, is_fatal


@pytest.mark.parametrize("code, expected", [
    (16388, "进房失败"),
    (16451, "自动播放受限"),
    (4099, "没有设备"),
])
def test_explain(code, expected):
    assert explain(code) == expected


@pytest.mark.parametrize(("room", "code"), [(16388, 0x4044), (16400, 0x4045)])
def test_room(room, code):
    assert is_fatal(code, room=room)


@pytest.mark.parametrize(
    argnames="error_code",
    argvalues=[
        16390,
        pytest.param(16391, id="uplink"),
        pytest.param(16387, id="ice", marks=pytest.mark.xfail),
    ],
)
def test_fatal(error_code):
    assert is_fatal(error_code, room=0)


@pytest.mark.parametrize("port", [4096, 16388, 65535])
def test_port(port):
    assert not is_fatal(0, room=port)
