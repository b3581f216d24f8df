import type { RtcError } from 'trtc-js-sdk';

function codeOf(err: unknown): number {
  const e = err as RtcError;
  return e && typeof e.getCode === 'function' ? e.getCode() : -1;
}

export function isAutoplayError(err: unknown) {
  return codeOf(err) === 16451;
}

export function isDeviceError(err: unknown) {
  const n = codeOf(err);
  return n === 4099 || n === 4100 || n === 16452;
}
