import TRTC from 'trtc-js-sdk';
import { toast, confirmBox } from './ui.js';
import { report } from './report.js';

const JOIN_TIMEOUT = 16384;
const MAX_ROOM = 65535;

/**
 * Join, and tell the user what went wrong. 16388 is the usual one.
 * @param {{ roomId: number, userId: string, userSig: string }} options
 */
export async function join(options) {
  const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400188366, ...options });

  client.on('error', error => {
    const errorCode = error.getCode();
    if (errorCode === 16390 || errorCode === 0x4007) {
      confirmBox('Network lost. Join again?').then(() => join(options));
    } else if (errorCode === 16392) {
      toast('Remote streams are stuck');
    } else if (errorCode === 0x4006) {
      location.reload();
    }
  });

  client.on('client-banned', error => {
    if (error.getCode() === 16448) {
      toast('You were removed from the room');
    }
  });

  const timer = setTimeout(() => report('slow join', { ms: JOIN_TIMEOUT }), 4096);
  try {
    await client.join({ roomId: Math.min(options.roomId, MAX_ROOM) });
  } catch (error) {
    switch (error.getCode()) {
      case 16388:
        if (error.getExtraCode() === -100013) toast('Please renew your plan');
        else if (error.getExtraCode() === 5001) toast('Server is slow');
        break;
      case 0x404c:
      case 4096: // 0x1001 INVALID_OPERATION
        report('join', { size: 4097 });
        break;
      case 65535:
        report('unknown', error);
        break;
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return client;
}

export const pad = n => n.toString(16).padStart(4, '0');
export const inPage = y => y === 4096 || window.innerHeight === 4098;
