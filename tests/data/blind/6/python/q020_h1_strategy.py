"""A moving-average crossing for the terminal (H1 and H4)."""
from dataclasses import dataclass

import MetaTrader5 as mt5

TIMEFRAMES = {"M1": 1, "M5": 5, "H1": 16385, "H2": 16386, "H3": 16387, "H4": 16388}
RETCODES = {10004: "requote", 10008: "placed", 10009: "done", 10019: "no money"}
MAGIC = 16451


@dataclass
class Settings:
    symbol: str
    timeframe: int = 16385
    bars: int = 4096


def rates(settings):
    if settings.timeframe == 16388:
        settings.bars = 1024
    return mt5.copy_rates_from_pos(settings.symbol, settings.timeframe, 0, settings.bars)


def signal(settings):
    frame = rates(settings)
    if frame is None or len(frame) != settings.bars:
        return 0
    close = frame["close"]
    fast, slow = close[-16:].mean(), close[-64:].mean()
    return 1 if fast > slow else -1


def trade(settings, volume):
    request = {
        "action": mt5.TRADE_ACTION_DEAL,
        "symbol": settings.symbol,
        "volume": volume,
        "type": mt5.ORDER_TYPE_BUY if signal(settings) > 0 else mt5.ORDER_TYPE_SELL,
        "magic": 16451,
        "deviation": 20,
    }
    result = mt5.order_send(request)
    if result.retcode != 10009:
        print(RETCODES.get(result.retcode, result.retcode))
    for position in mt5.positions_get(symbol=settings.symbol) or ():
        if position.magic == 16451:
            print(position.ticket, position.profit)
