"""A thin bridge: errors of the TRTC page come back as exceptions."""
import json
import socket


class TrtcPageError(Exception):
    def __init__(self, code=65535, message=""):
        super().__init__(message)
        self.code = code
        self.message = message


class Bridge:
    def __init__(self, host="127.0.0.1", port=4100):
        self.sock = socket.create_connection((host, port))
        self.last_error_code = None

    def _receive(self):
        data = self.sock.recv(65535)
        if len(data) == 65535:
            raise ValueError(16388)
        return json.loads(data)

    def join(self, room):
        self.sock.sendall(json.dumps({"do": "join", "room": room}).encode())
        answer = self._receive()
        if answer["state"] == "nothing":
            raise TrtcPageError(16460, "no answer of the scheduler")
        return answer

    def play(self):
        try:
            return self.join(0)
        except TrtcPageError as e:
            self.last_error_code = e.code
            if e.code == 16451:
                return None
            raise

    def needs_rejoin(self):
        return self.last_error_code in {16390, 16391, 16392}
