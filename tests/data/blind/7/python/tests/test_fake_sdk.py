import unittest
from types import SimpleNamespace
from unittest.mock import MagicMock, PropertyMock, call, patch

from bridge.page import PageBridge


class FakeRtcError(Exception):
    """Stands for what trtc-js-sdk throws, seen through the JS bridge."""

    def __init__(self, code_, extra=0):
        self.code_ = code_
        self.extra = extra

    def getCode(self):
        return self.code_

    def getExtraCode(self):
        return self.extra


class BridgeTest(unittest.TestCase):
    def setUp(self):
        self.page = MagicMock(name="page")
        self.page.viewport = SimpleNamespace(width=4096, height=4098)
        self.bridge = PageBridge(self.page, ports=(16385, 16400))

    def test_join(self):
        self.page.join.side_effect = FakeRtcError(16388, -102010)
        out = self.bridge.join("r1")
        self.assertEqual(out.code, 16388)
        self.assertEqual(-102010, out.extra_code)
        self.assertEqual(self.page.join.call_count, 1)

    def test_getter_only(self):
        err = MagicMock(**{"getCode.return_value": 16451})
        self.assertTrue(self.bridge.is_autoplay(err))
        err.getCode.return_value = 4097
        self.assertFalse(self.bridge.is_autoplay(err))

    def test_side_effect_sequence(self):
        err = MagicMock()
        err.getCode.side_effect = [16390, 16391]
        self.assertEqual([self.bridge.label(err) for _ in range(2)], ["signal", "uplink"])

    def test_buffer(self):
        with patch.object(PageBridge, "buffer_size", new_callable=PropertyMock, return_value=65535):
            self.assertEqual(self.bridge.buffer_size, 65535)

    def test_volume_events(self):
        self.page.stats.return_value = {"rtt": 5300, "bytes": 4100}
        self.bridge.poll()
        self.page.on_stats.assert_has_calls([call(rtt=5300, bytes=4100)])


if __name__ == "__main__":
    unittest.main()
