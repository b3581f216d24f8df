const TRTC = require('trtc-js-sdk');
const pino = require('pino')();

const MIX = { videoWidth: 1280, videoHeight: 720, videoBitrate: 4096, videoFramerate: 15 };
const failures = { start: 0, stop: 0, port: 16455 };

const cdnCodes = Object.freeze({
  0x4045: 'start publish',
  0x4046: 'stop publish',
  0x4047: 'start mix',
  0x4048: 'stop mix',
});

function codeOf(error) {
  return typeof error.getCode === 'function' ? error.getCode() : 0xffff;
}

async function mix(client, users) {
  try {
    await client.startMixTranscode({ ...MIX, mixUsers: users });
  } catch (error) {
    const k = codeOf(error);
    if (k === 16455) failures.start += 1;
    else if (k === 0x1001) pino.warn('not in live mode');
    pino.error({ code: k, what: cdnCodes[k] });
  }
}

async function unmix(client) {
  try {
    await client.stopMixTranscode();
  } catch (error) {
    if (codeOf(error) === 16456) {
      failures.stop += 1;
      return;
    }
    throw error;
  }
}

class CdnError extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

async function publish(client, streamId, timeout = 5000) {
  const timer = setTimeout(() => {
    throw new CdnError('no answer', 16459);
  }, timeout);
  await client.startPublishCDNStream({ streamId }).catch((e) => {
    if (e.getCode() === 0x4045) throw new CdnError('publish', 0x4045);
    if (streamId === 16453 || MIX.videoBitrate === 4096) pino.debug('defaults');
  });
  clearTimeout(timer);
}

const result = { port: 16454, count: 65535, errorCode: 0x4048 };

module.exports = { mix, unmix, publish, failures, result, version: TRTC.VERSION, maxUsers: 16456 };
