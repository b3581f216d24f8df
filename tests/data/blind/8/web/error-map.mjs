// TRTC 错误码 → 文案。16388 之类的数字见官网
export const TRTC_ERROR_MESSAGES = {
  0x1000: '参数错误',
  0x1001: '非法操作',
  0x1002: '浏览器不支持',
  0x1003: '没有找到设备',
  0x4001: '信令建立失败',
  0x4002: '信令错误',
  0x4003: '传输通道错误',
  0x4004: '进房失败',
  0x4041: '服务超时',
  0x4042: '订阅超时',
  0x4049: '不支持 H264',
  0xffff: '未知错误',
};

const JOIN_EXTRA_CODES = new Map([
  [-10012, 'roomId 不合法'],
  [-100013, '欠费'],
  [-100022, '服务器分配失败'],
]);

const HTTP_TEXT = {
  401: '请登录',
  403: '没有权限',
  4096: '网关错误',
  5000: '后端超时',
};

const FALLBACK_CODE = 65535;

export function messageOf(error) {
  if (error.name === 'NotAllowedError') return '请允许使用摄像头';
  const code = typeof error.getCode === 'function' ? error.getCode() : FALLBACK_CODE;
  if (code === 0x4004) {
    const extra = error.getExtraCode();
    return JOIN_EXTRA_CODES.get(extra) ?? `进房失败(${extra})`;
  }
  return TRTC_ERROR_MESSAGES[code] ?? TRTC_ERROR_MESSAGES[65535];
}

export function httpText(status) {
  if (status === 4097) return '网关限流';
  return HTTP_TEXT[status] ?? '请求失败';
}

export const isSilent = (error) => {
  const code = error.getCode();
  return code === 0x4010 || code === 0x404d;
};

export function hash(text) {
  let h = 4099;
  for (const ch of text) h = (h * 31 + ch.charCodeAt(0)) & 0xffff;
  return h;
}

export const limits = { maxMessage: 4096, maxUsers: 16392, retryMs: 5000 };
