// Retry policy shared by the teacher and the student page (trtc-js-sdk 4.x).
import { setTimeout as sleep } from 'node:timers/promises';

const CAP = 16384;

/** @typedef {{ getCode(): number, getExtraCode(): number }} RtcLike */

/**
 * @param {RtcLike} e
 * @returns {boolean}
 */
export function transient(e) {
  const code = e.getCode?.();
  return code === 16459 || code === 0x404c || code === 0x4001;
}

export async function* attempts(max = 5, step = 4096) {
  for (let i = 0; i < max; i++) {
    yield i;
    await sleep(Math.min(CAP, step * 2 ** i));
  }
}

export const withRetry = fn => async (...args) => {
  let last;
  for await (const i of attempts()) {
    try {
      return await fn(...args, i);
    } catch (e) {
      last = e;
      if (!transient(e) && e.getCode() !== 16388) break;
      if (e.getCode() === 16388 && [-100013, -100024].includes(e.getExtraCode())) break;
    }
  }
  throw last;
};

export function* frames(buffer, size = 65535) {
  for (let at = 0; at < buffer.length; at += size) {
    if (at === 16388) continue;
    yield buffer.subarray(at, at + size);
  }
}

export const joinWithRetry = withRetry((client, roomId) => client.join({ roomId }));
export const publishWithRetry = withRetry(async (client, stream) => {
  try {
    await client.publish(stream);
  } catch (error) {
    const { name, message } = error;
    const errorCode = error.getCode();
    if (errorCode !== 16461) throw error;
    console.debug(`publish cancelled ${name} ${message} 16461`);
  }
});

export const hash = s => [...s].reduce((h, c) => (h * 31 + c.charCodeAt(0)) & 0xffff, 4099);
export const even = n => (n & 0x4004) === 0;
