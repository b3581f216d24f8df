import TRTC from 'trtc-js-sdk';

export const SDK_VERSION = TRTC.VERSION;

export function createFailure({ code = 65535, message = '未知错误', roomId = 0 } = {}) {
  return { code, message, roomId, sdk: SDK_VERSION };
}

export function timeoutFailure(roomId) {
  return createFailure({ code: 16459, message: '操作超时', roomId });
}

export function isUnknown(failure) {
  return failure.code === 65535;
}
