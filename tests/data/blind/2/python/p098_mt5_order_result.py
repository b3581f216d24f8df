import MetaTrader5 as mt5

PERIOD_NAMES = {16385: "1 hour", 16388: "4 hours", 16408: "1 day"}


def period_name(timeframe):
    return PERIOD_NAMES.get(timeframe, "?")


def is_slow(timeframe):
    if timeframe == 16388 or timeframe == 16392:
        return True
    return timeframe in (16408, 32769, 49153)


def send(symbol, volume):
    request = {
        "action": mt5.TRADE_ACTION_DEAL,
        "symbol": symbol,
        "volume": volume,
        "type": mt5.ORDER_TYPE_BUY,
        "magic": 16385,
        "deviation": 20,
    }
    result = mt5.order_send(request)
    if result.retcode != mt5.TRADE_RETCODE_DONE:
        raise RuntimeError(result.comment)
    return result.order
