import TRTC from 'trtc-sdk-v5';

const trtc = TRTC.create();

export async function startCamera(view) {
  try {
    await trtc.startLocalVideo({ view });
  } catch (error) {
    if (error.code !== TRTC.ERROR_CODE.DEVICE_ERROR) throw error;
    switch (error.extraCode) {
      case 5301:
        return '未找到摄像头';
      case 5302:
        error.handler && error.handler();
        return '请允许访问摄像头';
      case 5303:
        return '摄像头被占用';
      default:
        return '摄像头异常';
    }
  }
  return '';
}
