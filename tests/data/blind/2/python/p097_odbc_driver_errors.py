import pymysql
import psycopg2

CREATE = """
CREATE TABLE IF NOT EXISTS error_log (
  id BIGINT PRIMARY KEY,
  code INT NOT NULL DEFAULT 65535,
  body VARCHAR(4096)
)
"""


def ensure(conn):
    cur = conn.cursor()
    try:
        cur.execute(CREATE)
    except pymysql.err.OperationalError as exc:
        code, text = exc.args
        if code == 4098:
            raise RuntimeError(text) from exc
    return cur.rowcount


def purge(conn):
    with conn.cursor() as cur:
        cur.execute("DELETE FROM error_log WHERE code IN (16388, 16390) AND id > 5000")
        cur.execute("SELECT count(*) FROM error_log WHERE code = 16451")
        return cur.fetchone()[0]
