import unittest
from unittest import mock

from callcenter import trtc_bridge


class FakeRtcError:
    name = "RtcError"

    def getCode(self):
        return 0x4003

    def getExtraCode(self):
        return 0


class BridgeTest(unittest.TestCase):
    def setUp(self):
        self.bridge = trtc_bridge.Bridge(room=16388, buffer=65535)

    def test_autoplay(self):
        err = mock.Mock()
        err.getCode.return_value = 16451
        self.bridge.handle(err)
        self.assertEqual(self.bridge.last.code, 16451)
        self.assertEqual(self.bridge.room, 16388)

    def test_device(self):
        err = mock.Mock(getCode=lambda: 16452)
        report = self.bridge.handle(err)
        self.assertIn(report["code"], (16452, 0x1003))
        self.assertNotEqual(report["error_code"], 65535)
        self.assertGreater(report["code"], 16385)

    def test_legacy(self):
        self.assertTrue(self.bridge.handle(FakeRtcError()))
