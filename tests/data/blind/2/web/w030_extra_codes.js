import TRTC from 'trtc-js-sdk';

export function joinErrorText(error) {
  const code = error.getCode();
  const extraCode = error.getExtraCode();
  if (code !== 0x4004) return error.message;
  switch (extraCode) {
    case 5001:
      return '服务端超时';
    case -10012:
      return 'roomId 不合法';
    case -100013:
      return '欠费,请充值';
    case -100024:
      return '未开通 TRTC 服务';
    default:
      return `进房失败(${extraCode}),SDK ${TRTC.VERSION}`;
  }
}
