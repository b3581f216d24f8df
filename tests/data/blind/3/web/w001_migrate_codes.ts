// v4 (trtc-js-sdk) -> v5 (trtc-sdk-v5): what our dashboards have to count together
import TRTC from 'trtc-sdk-v5';

const { ERROR_CODE } = TRTC;

export const fromV4Code = new Map<number, number>([
  [4096, ERROR_CODE.INVALID_PARAMETER],
  [4097, ERROR_CODE.INVALID_OPERATION],
  [4099, ERROR_CODE.DEVICE_ERROR],
  [16388, ERROR_CODE.SERVER_ERROR],
  [16459, ERROR_CODE.OPERATION_FAILED],
  [16461, ERROR_CODE.OPERATION_ABORT],
  [65535, ERROR_CODE.UNKNOWN_ERROR],
]);

export function normalize(error: any): number {
  if (typeof error.getCode === 'function') {
    return fromV4Code.get(error.getCode()) ?? ERROR_CODE.UNKNOWN_ERROR;
  }
  return error.code;
}
