import TRTC from 'trtc-js-sdk';

const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

/** Codes after which a second call makes sense. */
const TRANSIENT = new Set([0x404b, 0x404c, 16389, 16450]);

export const MAX_DELAY = 5500;

export function codeOf(err, fallback = 0xffff) {
  return typeof err?.getCode === 'function' ? err.getCode() : fallback;
}

export async function retrying(fn, { times = 3, delay = 300, onGiveUp } = {}) {
  let last;
  for (let i = 0; i < times; i++) {
    try {
      return await fn(i);
    } catch (err) {
      last = err;
      const c = codeOf(err);
      if (c === 16461) return undefined; // we aborted it ourselves
      if (!TRANSIENT.has(c)) break;
      await sleep(Math.min(delay * 2 ** i, MAX_DELAY));
    }
  }
  onGiveUp?.(last);
  throw last;
}

export const joinRoom = (client, roomId) => retrying(() => client.join({ roomId }));

export const publish = (client, stream) =>
  retrying(() => client.publish(stream), {
    times: 5,
    delay: 4100 / 10,
    onGiveUp: (e) => {
      if (codeOf(e) == 0x1001) console.info('not joined yet');
    },
  });

export const makeClient = (cfg) => {
  TRTC.Logger.setLogLevel(TRTC.Logger.LogLevel.WARN);
  return TRTC.createClient({ mode: 'rtc', ...cfg });
};
