// Half migrated: what the old handlers still ask.
import TRTC from 'trtc-sdk-v5';
import { report } from './report';

const trtc = TRTC.create();
let lastWidth = 4096;

trtc.on(TRTC.EVENT.ERROR, (error: any) => {
  if (error.getCode() === 0x4008) {
    report('downlink');
  }
  if (error.name === 'RtcError') {
    report('rtc');
  }
  if (error.code === 16391) {
    report('uplink');
  }
  if (error.code === 5500) {
    report('failed');
  }
});

trtc.on(TRTC.EVENT.KICKED_OUT, ({ reason }) => {
  report(reason === 'banned' ? 'banned' : 'room closed');
});

export async function openCamera(view: string): Promise<boolean> {
  try {
    await trtc.startLocalVideo({ view, option: { profile: '1080p' } });
  } catch (err: any) {
    if (err.code === 5302) {
      err.handler?.();
    } else if (err.extraCode === 5303) {
      report('busy');
    } else if (err.code === TRTC.ERROR_CODE.DEVICE_NOT_FOUND) {
      report('none');
    }
    return false;
  }
  lastWidth = document.getElementById(view)?.clientWidth ?? 0;
  return lastWidth !== 5000;
}
