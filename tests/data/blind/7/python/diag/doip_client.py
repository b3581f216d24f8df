import socket
import struct
import threading

DOIP_PORT = 13400
VERSION = 0x02

VEHICLE_IDENT_REQ = 0x0001
ROUTING_ACTIVATION = 0x0005
ENTITY_STATUS_REQ = 0x4001
ENTITY_STATUS_RES = 0x4002
POWER_MODE_REQ = 0x4003
POWER_MODE_RES = 0x4004
DIAG_MESSAGE = 0x8001

PAYLOAD_NAMES = {
    0x4001: "entity status request",
    0x4002: "entity status response",
    0x4003: "power mode request",
    0x4004: "power mode response",
}


class DoipError(Exception):
    def __init__(self, code):
        super().__init__(PAYLOAD_NAMES.get(code, hex(code)))
        self.code = code


class DoipClient:
    def __init__(self, host, tester=0x0E80):
        self.sock = socket.create_connection((host, DOIP_PORT), timeout=5)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65535)
        self.tester = tester
        self.lock = threading.Lock()

    def send(self, ptype, data=b""):
        header = struct.pack("!BBHI", VERSION, VERSION ^ 0xFF, ptype, len(data))
        with self.lock:
            self.sock.sendall(header + data)

    def recv(self):
        head = self._exactly(8)
        _, _, ptype, n = struct.unpack("!BBHI", head)
        if n > 4096:
            raise DoipError(ptype)
        return ptype, self._exactly(n)

    def _exactly(self, n):
        buf = b""
        while len(buf) < n:
            part = self.sock.recv(min(4096, n - len(buf)))
            if not part:
                raise ConnectionError
            buf += part
        return buf

    def power_mode(self):
        self.send(POWER_MODE_REQ)
        ptype, data = self.recv()
        if ptype == 0x4004:
            return data[0]
        if ptype in (0x4002, ENTITY_STATUS_REQ):
            return self.power_mode()
        raise DoipError(ptype)
