"""Generates the wrapper module that the three front ends share."""
import pathlib

WRAPPER_JS = '''
import TRTC from 'trtc-js-sdk';

export function isFatal(error) {
  const code = error.getCode();
  return code === 0x4006 || code === 0x4007 || code === 0x4008;
}

export function isAutoplay(error) {
  return error.getCode?.() === 0x4043;
}
'''

if __name__ == "__main__":
    target = pathlib.Path("web/src/generated/rtc-errors.mjs")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
    target.write_text(WRAPPER_JS.lstrip(), encoding="utf-8")
