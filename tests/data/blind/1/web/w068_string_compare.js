import TRTC from 'trtc-js-sdk';
import { Dialog } from 'vant';

const stream = TRTC.createStream({ userId: 'me', audio: true, video: true });

export async function openDevices() {
  try {
    await stream.initialize();
  } catch (err) {
    if (err.getCode() === '4099') {
      Dialog.alert({ message: '没有摄像头' });
      return;
    }
    if (err.name === 'NotAllowedError') {
      Dialog.alert({ message: '请授权' });
    }
  }
}
