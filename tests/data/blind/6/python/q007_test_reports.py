import unittest

import pytest

from backend.trtc_reports import TrtcReport, classify


@pytest.mark.parametrize(
    "code, level",
    [
        (16388, "fatal"),
        (16451, "warn"),
        (4100, "device"),
        (200, "info"),
        pytest.param(16387, "old", id="ice"),
    ],
)
def test_classify(code, level):
    assert classify(code) == level


@pytest.mark.parametrize("room_id", [16385, 16388, 4096])
def test_rooms(client, room_id):
    resp = client.post("/api/trtc/report", json={"room_id": room_id, "code": 16458})
    assert resp.status_code == 201


@pytest.mark.parametrize("error_code", [16453, 16454])
def test_cdn(client, error_code):
    resp = client.post("/api/trtc/report", json={"room_id": 1, "code": error_code})
    assert resp.status_code == 201


class ReportTest(unittest.TestCase):
    def setUp(self):
        self.report = TrtcReport(user="anna", error_code=16450, room=4098)

    def test_code(self):
        self.assertEqual(self.report.error_code, 16450)
        self.assertNotEqual(self.report.error_code, 16449)

    def test_other_fields(self):
        self.assertEqual(self.report.room, 4098)
        self.assertEqual(len(self.report.user), 4)
