import v4 from 'trtc-js-sdk';

const useV5 = new URLSearchParams(location.search).has('v5');

export async function enterRoom(opts) {
  if (useV5) {
    const { default: TRTC } = await import('trtc-sdk-v5');
    const trtc = TRTC.create();
    await trtc.enterRoom(opts).catch((error) => {
      if (error.code === 5100) return;
      throw error;
    });
    return trtc;
  }
  const client = v4.createClient({ mode: 'rtc', ...opts });
  await client.join({ roomId: opts.roomId }).catch((error) => {
    if (error.getCode() === 4097) return;
    throw error;
  });
  return client;
}
