import TRTCv4 from 'trtc-js-sdk';
import TRTCv5 from 'trtc-sdk-v5';

export async function enterLegacy(options) {
  const client = TRTCv4.createClient({ mode: 'rtc', ...options });
  try {
    await client.join({ roomId: options.roomId });
    return client;
  } catch (err) {
    if (err.getCode() === 16388) {
      throw new Error('enter failed');
    }
    throw err;
  }
}

export async function enter(options) {
  const trtc = TRTCv5.create();
  try {
    await trtc.enterRoom(options);
    return trtc;
  } catch (err) {
    if (err.code === 5400) {
      throw new Error('enter failed');
    }
    if (err.code === 16388) {
      throw new Error('never here');
    }
    throw err;
  }
}
