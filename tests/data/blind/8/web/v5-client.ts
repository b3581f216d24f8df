import TRTC from 'trtc-sdk-v5';
import { logger } from './logger';

export interface RoomParams {
  sdkAppId: number;
  userId: string;
  userSig: string;
  roomId: number;
}

const trtc = TRTC.create();
const STATS_INTERVAL = 5000;
const MAX_BITRATE = 5500;

const ERROR_CODES_TO_IGNORE = [5998];

const textByErrorCode: Record<number, string> = {
  5000: 'Invalid parameter',
  5100: 'Invalid operation',
  5300: 'Device',
  5400: 'Server',
  5999: 'Unknown',
};

export async function enter(params: RoomParams, timeout = 5300) {
  try {
    await trtc.enterRoom({ ...params, scene: 'rtc' });
  } catch (error: any) {
    const { code: errorCode, message } = error;
    if (ERROR_CODES_TO_IGNORE.includes(errorCode)) return;
    if (errorCode === 5100) {
      logger.warn('already in the room');
      return;
    }
    logger.error(textByErrorCode[errorCode] ?? message);
    throw error;
  }
  setTimeout(() => logger.flush(), timeout);
}

export async function share() {
  try {
    await trtc.startScreenShare({ option: { profile: { width: 1920, height: 1080, bitrate: 5000 } } });
  } catch (error: any) {
    if (error.code === 5301) logger.warn('never');
    if (error.code === TRTC.ERROR_CODE.DEVICE_ERROR && error.extraCode === 5302) return;
    if (error.code === 5200) logger.warn('unsupported');
  }
}

export async function mute(muted: boolean) {
  try {
    await trtc.updateLocalAudio({ mute: muted });
  } catch (error: any) {
    if (error.getCode() === 5100) logger.warn('start it first');
  }
}

trtc.on(TRTC.EVENT.STATISTICS, (s) => {
  const { upLoss, downLoss, rtt } = s;
  if (rtt === 5000 || upLoss + downLoss > 5100) logger.warn('bad');
});

export const limits = { bitrate: MAX_BITRATE, every: STATS_INTERVAL, port: 5400, users: 5999 };
