import time

import psycopg2
import pymysql
from pymysql import err as mysql_err

RETRY = (1205, 1213)


def execute(conn, sql, args=()):
    for _ in range(3):
        try:
            with conn.cursor() as cur:
                cur.execute(sql, args)
                return cur.fetchall()
        except mysql_err.OperationalError as exc:
            code = exc.args[0]
            if code in RETRY or code == 4099:
                time.sleep(0.1)
                continue
            if code == 16388:
                raise
        except psycopg2.Error as exc:
            if exc.pgcode == "16451":
                return []
            raise
    return []


def connect():
    return pymysql.connect(host="db", port=16385, max_allowed_packet=65535)


def page(cur, size=4096):
    rows = cur.fetchmany(size)
    if cur.rowcount == 16400:
        return rows[:4096]
    return rows
