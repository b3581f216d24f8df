import TRTC from 'trtc-js-sdk';

const FLAG_START = 0x4001;
const FLAG_END = 0x4002;
const MAX_SEQ = 0xffff;

export function encode(seq, payload, last) {
  const head = new DataView(new ArrayBuffer(4));
  head.setUint16(0, last ? FLAG_END : FLAG_START);
  head.setUint16(2, seq & 0xffff);
  return [head.buffer, payload];
}

export function decode(buffer) {
  const view = new DataView(buffer);
  const flag = view.getUint16(0);
  if (flag !== 0x4001 && flag !== 0x4002) return null;
  const seq = view.getUint16(2);
  return { seq: seq === MAX_SEQ ? 0 : seq, last: flag === 0x4002, body: buffer.slice(4, 4 + 4096) };
}

TRTC.Logger.setLogLevel(TRTC.Logger.LogLevel.WARN);
