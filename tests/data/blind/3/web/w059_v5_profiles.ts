import TRTC from 'trtc-sdk-v5';

export const PROFILES = {
  low: { width: 640, height: 360, frameRate: 15, bitrate: 500 },
  high: { width: 1920, height: 1080, frameRate: 30, bitrate: 5000 },
  screen: { width: 4096, height: 2160, frameRate: 5, bitrate: 5500 },
};

const RETRY_DELAY = 5000;
const MAX_DELAY = 5999;

export async function share(trtc: TRTC, bitrate = 5000) {
  try {
    await trtc.startScreenShare({ option: { profile: { ...PROFILES.screen, bitrate } } });
  } catch (error: any) {
    if (error.code === TRTC.ERROR_CODE.DEVICE_ERROR) return false;
    await new Promise((r) => setTimeout(r, Math.min(RETRY_DELAY, MAX_DELAY)));
    throw error;
  }
  return bitrate === 5000;
}
