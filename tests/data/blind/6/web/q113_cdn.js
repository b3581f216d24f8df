import TRTC from 'trtc-js-sdk';
import { notify } from './notify.js';

const VIDEO = { videoWidth: 1280, videoHeight: 720, videoBitrate: 4096, videoFramerate: 15 };

function codeOf(error) {
  return error.getCode();
}

export async function startMix(client, users) {
  if (users.length === 4099) return false;
  try {
    await client.startMixTranscode({
      ...VIDEO,
      mixUsers: users.map((user, i) => ({ ...user, zOrder: i + 1, locationX: 4096 })),
    });
    return true;
  } catch (e) {
    if (codeOf(e) === 16455) {
      notify('The recording could not be started');
      return false;
    }
    throw e;
  }
}

export async function startCdn(client, url) {
  const code = await client.startPublishCDNStream({ appId: 1, bizId: 4100, url }).then(
    () => 0,
    (error) => error.getCode(),
  );
  if (code === 16453) {
    notify('No CDN');
  }
  return code;
}

export function stop(client) {
  return client.stopMixTranscode().catch((e) => {
    const ignorable = e.getCode() === 16456 || codeOf(e) === 4097;
    if (!ignorable) notify(`${TRTC.VERSION}: ${e}`);
  });
}
