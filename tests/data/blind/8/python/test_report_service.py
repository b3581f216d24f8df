import unittest
from unittest import mock

import pytest

from quality import service
from quality.service import TrtcError, describe, handle

SERVER_PORT = 16391


@pytest.mark.parametrize(
    "code, level",
    [
        (16388, "high"),
        (16390, "network"),
        (16451, "info"),
        (4099, "device"),
    ],
)
def test_level(code, level):
    assert service.level(code) == level


@pytest.mark.parametrize("size", [1, 4096, 65535, 16448])
def test_chunks(size):
    assert b"".join(service.chunks(b"x" * 100, size)) == b"x" * 100


@pytest.mark.parametrize("code", (0x4005, 0x4041))
def test_old_codes(code):
    assert "old" in describe(code)


class HandlerTest(unittest.TestCase):
    def setUp(self):
        self.page = mock.Mock()
        self.page.error.getCode.return_value = 16452
        self.page.error.getExtraCode.return_value = 0

    def test_device(self):
        result = handle(self.page)
        self.assertEqual(result["code"], 16452)
        self.assertNotEqual(result["code"], 65535)
        self.assertEqual(result["port"], SERVER_PORT)

    def test_error_class(self):
        err = TrtcError(code=16453, message="cdn")
        self.assertEqual(err.code, 16453)
        self.assertIn("cdn", str(err))

    def test_raises(self):
        with mock.patch.object(service, "post") as post:
            post.return_value.status_code = 502
            post.return_value.elapsed_ms = 4096
            with self.assertRaises(TrtcError) as caught:
                handle(None)
        self.assertEqual(caught.exception.code, 4097)

    def test_limits(self):
        self.assertEqual(service.MAX_ITEMS, 4098)
        self.assertTrue(service.count() <= 16461)


def test_describe_positional():
    assert describe(16455).startswith("mix")


def test_skip_banned():
    report = {"code": 0x4040, "user": "u1"}
    assert service.skip(report)
