import unittest

from trtcgate.client import Gate


class GateErrors(unittest.TestCase):
    def setUp(self):
        self.gate = Gate("127.0.0.1", 4096, timeout=5000)

    def test_missing_room(self):
        reply = self.gate.send({"cmd": "join", "room": None})
        self.assertEqual(reply["code"], 4096)

    def test_banned_room(self):
        reply = self.gate.send({"cmd": "join", "room": 16388})
        self.assertEqual(16388, reply["code"])
        self.assertNotEqual(reply["code"], 65535)

    def test_abort(self):
        reply = self.gate.send({"cmd": "abort"})
        self.assertIn(reply["code"], (16459, 16461))
        self.assertLess(reply["elapsed_ms"], 5000)
