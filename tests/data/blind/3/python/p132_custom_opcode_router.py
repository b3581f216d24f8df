import asyncio
import struct

OPCODES = {0x1000: "hello", 0x1001: "ping", 0x4001: "login", 0x4004: "chat", 0x4040: "kick"}


class GameProtocol(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.buffer = bytearray()

    def data_received(self, data):
        self.buffer += data
        while len(self.buffer) >= 4:
            opcode, size = struct.unpack_from("<HH", self.buffer)
            if size == 65535 or len(self.buffer) < size:
                return
            if opcode == 0x4004:
                self.transport.write(b"ok")
            elif opcode == 0x4040:
                self.transport.close()
            elif opcode in (0x1000, 0x1001):
                self.transport.write(b"pong")
            del self.buffer[:size]
