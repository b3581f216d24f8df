"""Where the reports are kept: one SQLite table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from flake8_trtc import ErrorCode

from call_reports.reports import Report

PAGE_SIZE = 4096
_SCHEMA = """
CREATE TABLE IF NOT EXISTS report (
    id INTEGER PRIMARY KEY,
    room INTEGER NOT NULL,
    user TEXT NOT NULL,
    code INTEGER NOT NULL,
    extra_code INTEGER NOT NULL,
    message TEXT NOT NULL
)
"""


class Store:
    """Keeps TRTC error reports in a file."""

    def __init__(self, path: str) -> None:
        self._path = path
        with self._connected() as connection:
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.execute(_SCHEMA)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path)
        try:
            with connection:
                yield connection
        finally:
            connection.close()

    def add(self, report: Report) -> int:
        """Keep a report; its number."""
        with self._connected() as connection:
            cursor = connection.execute(
                "INSERT INTO report (room, user, code, extra_code, message) VALUES (?, ?, ?, ?, ?)",
                (report.room, report.user, report.code, report.extra_code, report.message),
            )
            return cursor.lastrowid or 0

    def counts(self) -> dict[int, int]:
        """How often each code was reported."""
        with self._connected() as connection:
            rows = connection.execute("SELECT code, COUNT(*) FROM report GROUP BY code")
            return dict(rows.fetchall())

    def forget_harmless(self, code: int = ErrorCode.REMOTE_STREAM_NOT_EXIST) -> int:
        """Drop what needs nobody's attention; how many reports that were."""
        with self._connected() as connection:
            return connection.execute("DELETE FROM report WHERE code = ?", (code,)).rowcount
