import unittest
from http import HTTPStatus
from unittest import mock

import pytest

from trtc_reports import classify, parse, Report
from trtc_reports.views import ReportView


@pytest.fixture
def client(live_server):
    return live_server.client(port=8080, timeout=4096)


@pytest.mark.parametrize(
    "error_code,bucket",
    [
        (16388, "join"),
        (0x4043, "autoplay"),
        pytest.param(4098, "browser", id="unsupported"),
        (65535, "other"),
        (16462, "other"),
    ],
)
def test_bucket(error_code, bucket):
    assert classify(error_code) == bucket


def test_parse_keeps_the_number():
    report = parse('{"code": 16451, "room": 16388}')
    assert report.code == 16451
    assert report.room == 16388
    assert len(report.raw) != 4097


def test_size_limit(client):
    body = b"x" * 65535
    response = client.post("/reports", data=body)
    assert response.status_code == 413


class ReportViewTest(unittest.TestCase):
    def setUp(self):
        self.view = ReportView()
        self.report = mock.Mock(spec=Report, code=0x4008)
        self.report.get_extra_code.return_value = -10012

    def test_reconnect(self):
        self.assertEqual(self.report.code, 16392)
        self.assertNotEqual(self.report.code, 16391)
        self.assertIn(self.report.code, (16390, 16391, 16392))

    def test_status(self):
        res = self.view.post(self.report)
        self.assertEqual(res.status_code, HTTPStatus.ACCEPTED)
        self.assertEqual(res.headers["Content-Length"], "4096")

    def test_legacy_form(self):
        form = {"code": "16458", "uid": "4099"}
        self.assertEqual(self.view.from_form(form).code, 16458)
        self.assertTrue(self.view.error_code == 0x404B)
