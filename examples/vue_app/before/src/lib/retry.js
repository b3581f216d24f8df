// TRTC 的这些错误多因网络引起，可以重试。
const retryableCodes = new Set([
  0x4001,
  16388, // JOIN_ROOM_FAILED
  0x404b,
  0x404c,
]);

/**
 * Whether trying again may help.
 * @param {number} code
 */
export function isRetryable(code) {
  return retryableCodes.has(code);
}
