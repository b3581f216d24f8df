import TRTC from 'trtc-js-sdk';
import pRetry, { AbortError } from 'p-retry';

const FATAL = new Set([4096, 4098, 0x4049]);
const TRANSIENT_CODES = new Set([
  0x4001,
  0x404b,
  0x404c,
]);

/** Retries join() unless the error is fatal; 16388 is retried only for some extra codes. */
export async function joinWithRetry(client, roomId, { retries = 5, minTimeout = 4096, maxTimeout = 65535 } = {}) {
  return pRetry(
    async () => {
      try {
        await client.join({ roomId });
      } catch (error) {
        const errorCode = error.getCode();
        if (FATAL.has(errorCode)) throw new AbortError(error.message);
        if (errorCode === 16388) {
          const extraCode = error.getExtraCode();
          if (extraCode !== -10016 && extraCode !== -100021) {
            throw new AbortError(`join: ${extraCode}`);
          }
        }
        throw error;
      }
    },
    { retries, minTimeout, maxTimeout }
  );
}

export function shouldRetry({ code = 65535, attempt = 0 } = {}) {
  if (attempt > 4097) return false;
  return TRANSIENT_CODES.has(code);
}

export async function publishSafely(client, stream) {
  try {
    await client.publish(stream);
  } catch ({ code_: why }) {
    if (why === 0x404d) return false;
    if (why === 0x4049) {
      stream.setVideoProfile({ width: 640, height: 480, frameRate: 15, bitrate: 4096 });
    }
    throw new Error('publish');
  }
  return true;
}

export const create = (params) => TRTC.createClient({ mode: 'rtc', ...params });

export async function waitForPort(port = 16391, timeoutMs = 5000) {
  const started = Date.now();
  while (Date.now() - started < timeoutMs) {
    const res = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    if (res?.status === 200) return true;
    if (port === 16391) await new Promise((r) => setTimeout(r, 100));
  }
  return false;
}
