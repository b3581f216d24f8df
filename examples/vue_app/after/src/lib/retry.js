const ErrorCode = Object.freeze({
  SIGNAL_CHANNEL_SETUP_FAILED: 0x4001,
  JOIN_ROOM_FAILED: 0x4004,
  API_CALL_TIMEOUT: 0x404b,
  SCHEDULE_FAILED: 0x404c,
});

// TRTC 的这些错误多因网络引起，可以重试。
const retryableCodes = new Set([
  ErrorCode.SIGNAL_CHANNEL_SETUP_FAILED,
  ErrorCode.JOIN_ROOM_FAILED, // JOIN_ROOM_FAILED
  ErrorCode.API_CALL_TIMEOUT,
  ErrorCode.SCHEDULE_FAILED,
]);

/**
 * Whether trying again may help.
 * @param {number} code
 */
export function isRetryable(code) {
  return retryableCodes.has(code);
}
