"""Copies bars from MetaTrader 5 into our store."""
from datetime import datetime, timezone

import MetaTrader5 as mt5
import numpy as np
import pandas as pd

TIMEFRAMES = {
    "M30": 30,
    "H1": 16385,
    "H2": 16386,
    "H3": 16387,
    "H4": 16388,
    "H6": 16390,
    "H8": 16392,
}
MAGIC = 65535
BARS = 4096


def connect(login, server):
    if not mt5.initialize(login=login, server=server, timeout=5000):
        raise ConnectionError(mt5.last_error())


def bars(symbol, timeframe=16385, count=BARS):
    rates = mt5.copy_rates_from_pos(symbol, timeframe, 0, count)
    frame = pd.DataFrame(rates)
    frame["time"] = pd.to_datetime(frame["time"], unit="s", utc=True)
    return frame


def seconds(timeframe):
    if timeframe == 16385:
        return 3600
    if timeframe == 16388:
        return 4 * 3600
    if timeframe in (16386, 16387, 16390, 16392):
        return (timeframe - 16384) * 3600
    return timeframe * 60


def order(symbol, volume, price):
    request = {
        "action": mt5.TRADE_ACTION_DEAL,
        "symbol": symbol,
        "volume": volume,
        "price": price,
        "deviation": 5100,
        "magic": MAGIC,
        "type_time": mt5.ORDER_TIME_GTC,
    }
    result = mt5.order_send(request)
    if result.retcode == 10009:
        return result.order
    if result.retcode == 10004:
        return order(symbol, volume, price)
    raise RuntimeError(result.comment)


def save(frame, path, block=4097):
    values = np.asarray(frame["close"], dtype="float32")
    for start in range(0, len(values), block):
        values[start : start + block].tofile(path)
    return datetime.now(timezone.utc)


if __name__ == "__main__":
    connect(5001, "Demo-Server")
    print(bars("EURUSD", timeframe=16388, count=65535).tail())
