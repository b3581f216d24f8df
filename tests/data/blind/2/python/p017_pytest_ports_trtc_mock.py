import socket
import threading

import pytest


@pytest.fixture(scope="session", params=[16385, 16388, 16400])
def udp_port(request):
    return request.param


@pytest.fixture
def fake_trtc_server(udp_port):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", udp_port))
    thread = threading.Thread(target=sock.recvfrom, args=(65535,), daemon=True)
    thread.start()
    yield sock
    sock.close()


def test_bound(fake_trtc_server, udp_port):
    host, port = fake_trtc_server.getsockname()
    assert port == udp_port
    assert port in (16385, 16388, 16400)
    assert fake_trtc_server.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) >= 4096
