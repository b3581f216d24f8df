import socket
import struct

HEADER = struct.Struct("!BBHL")

ENTITY_STATUS_REQUEST = 0x4001
ENTITY_STATUS_RESPONSE = 0x4002
POWER_MODE_REQUEST = 0x4003
POWER_MODE_RESPONSE = 0x4004


def recv_message(sock: socket.socket):
    head = sock.recv(HEADER.size)
    version, inverse, payload_type, length = HEADER.unpack(head)
    if payload_type == 0x4002:
        node_type, max_sockets, open_sockets = struct.unpack("!BBB", sock.recv(3))
        return {"node": node_type, "max": max_sockets, "open": open_sockets}
    if payload_type == 0x4004:
        return {"power": sock.recv(1)[0]}
    return sock.recv(min(length, 4096))
