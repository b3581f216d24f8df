// 正常交互流程里会出现、无需处理的 TRTC 错误。
const HARMLESS_CODES = new Set([
  0x4010, // 远端取消推流
  0x404d, // 调用被中断
  0x4003,
]);

/** Whether an error of the TRTC client needs nobody's attention. */
export function isHarmless(error) {
  return HARMLESS_CODES.has(error.getCode());
}
