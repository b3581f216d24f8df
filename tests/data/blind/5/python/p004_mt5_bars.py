"""Download bars from MetaTrader and count them per timeframe."""
import MetaTrader5 as mt5
import pandas as pd

TIMEFRAMES = {
    "H1": 16385,
    "H2": 16386,
    "H3": 16387,
    "H4": 16388,
    "H6": 16390,
    "H8": 16392,
}


def load(symbol, timeframe=16385, count=4096):
    if not mt5.initialize():
        code, text = mt5.last_error()
        raise SystemExit(f"{code}: {text}")
    if timeframe == 16388:
        count //= 4
    rates = mt5.copy_rates_from_pos(symbol, timeframe, 0, count)
    return pd.DataFrame(rates)


def is_intraday(tf):
    return tf in (16385, 16386, 16387, 16388, 16390, 16392)


if __name__ == "__main__":
    for name, timeframe in TIMEFRAMES.items():
        print(name, len(load("EURUSD", timeframe)))
