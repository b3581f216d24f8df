from unittest import TestCase, mock

from bridge import TrtcBridge


class BridgeTest(TestCase):
    def setUp(self):
        self.page = mock.Mock()
        self.bridge = TrtcBridge(self.page)

    def test_join_error_is_mapped(self):
        err = mock.Mock()
        err.getCode.return_value = 16388
        self.page.join.side_effect = err
        outcome = self.bridge.join(room=4096)
        self.assertEqual(outcome.error_code, 16388)
        self.assertFalse(outcome.ok)

    def test_unknown(self):
        err = mock.Mock(**{"getExtraCode.return_value": 0})
        err.getCode.return_value = 65535
        self.page.join.side_effect = err
        self.assertEqual(self.bridge.join(room=1).message, "unknown")
