/**
 * TRTC Web SDK 错误码对应的提示文案
 * https://web.sdk.qcloud.com/trtc/webrtc/doc/zh-cn/module-ErrorCode.html
 */
const TRTC_ERROR_TEXT = {
  4096: '参数错误',
  4097: '非法操作',
  4098: '当前浏览器不支持',
  4099: '未找到摄像头或麦克风',
  16385: '信令通道建立失败',
  16386: '信令通道错误',
  16387: '数据传输通道连接错误',
  16388: '进房失败',
  16390: '信令通道重连失败',
  16448: '您已被踢出房间',
  16451: '自动播放被限制,请点击页面',
  16457: '当前设备不支持 H.264',
  65535: '未知错误'
}

export function getTrtcErrorText (code) {
  return TRTC_ERROR_TEXT[code] || '系统繁忙'
}
