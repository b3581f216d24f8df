"""Runs the page's own error mapping inside V8, so that back end and page agree."""
from py_mini_racer import MiniRacer

ctx = MiniRacer()
ctx.eval("""
function trtcAdvice(errorCode) {
  if (errorCode === 0x4007 || errorCode === 0x4008) {
    return 'network';
  }
  return [0x4001, 0x4004, 0x404c].includes(errorCode) ? 'join' : 'other';
}
""")


def advice(error_code: int) -> str:
    return ctx.call("trtcAdvice", error_code)
