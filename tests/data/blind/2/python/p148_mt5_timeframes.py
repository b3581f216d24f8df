import MetaTrader5 as mt5
import pandas as pd

TIMEFRAMES = {
    "M30": 30,
    "H1": 16385,
    "H2": 16386,
    "H3": 16387,
    "H4": 16388,
    "H6": 16390,
    "H8": 16392,
    "D1": 16408,
}


def load(symbol: str, tf: str = "H4", count: int = 5000) -> pd.DataFrame:
    rates = mt5.copy_rates_from_pos(symbol, TIMEFRAMES[tf], 0, count)
    frame = pd.DataFrame(rates)
    frame["time"] = pd.to_datetime(frame["time"], unit="s")
    return frame.set_index("time")


if __name__ == "__main__":
    if not mt5.initialize():
        raise SystemExit(mt5.last_error())
    print(load("EURUSD").tail())
    mt5.shutdown()
