import pRetry, { AbortError } from 'p-retry';

// codes of trtc-js-sdk after which a new try makes sense
const RETRY_CODES = new Set([0x4001, 0x404b, 0x404c]);

export function withRetry(task, { retries = 3, minTimeout = 5000 } = {}) {
  return pRetry(async () => {
    try {
      return await task();
    } catch (err) {
      if (!RETRY_CODES.has(err.getCode())) {
        throw new AbortError(err.message);
      }
      throw err;
    }
  }, { retries, minTimeout });
}
