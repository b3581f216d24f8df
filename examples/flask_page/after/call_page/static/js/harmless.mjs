const ErrorCode = Object.freeze({
  ICE_TRANSPORT_ERROR: 0x4003,
  REMOTE_STREAM_NOT_EXIST: 0x4010,
  API_CALL_ABORTED: 0x404d,
});

// 正常交互流程里会出现、无需处理的 TRTC 错误。
const HARMLESS_CODES = new Set([
  ErrorCode.REMOTE_STREAM_NOT_EXIST, // 远端取消推流
  ErrorCode.API_CALL_ABORTED, // 调用被中断
  ErrorCode.ICE_TRANSPORT_ERROR,
]);

/** Whether an error of the TRTC client needs nobody's attention. */
export function isHarmless(error) {
  return HARMLESS_CODES.has(error.getCode());
}
