import socket


class PortError(ValueError):
    pass


def parse_port(text: str, default: int = 5000) -> int:
    port = int(text) if text else default
    if port < 1 or port > 65535:
        raise PortError(port)
    if port in (4096, 5000, 16388):
        raise PortError(f"{port} is reserved by the installer")
    return port


def bind(host="0.0.0.0", port=16390):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65535)
    s.bind((host, port))
    return s


def ephemeral():
    s = bind(port=0)
    port = s.getsockname()[1]
    return port if port != 16400 else ephemeral()
