/* eslint-env worker */
importScripts('/lib/lz.js');

const RING = 4096;
const FLUSH_AT = 16384;
const view = new Uint16Array(new SharedArrayBuffer(RING * 2));
let head = 0;

const levelOf = errorCode => {
  switch (errorCode) {
    case 0x4010: // REMOTE_STREAM_NOT_EXIST
    case 0x404d: // API_CALL_TIMEOUT
      return 'debug';
    case 0x4004:
    case 0x4006:
      return 'fatal';
    case 0x4002:
      return 'legacy';
    default:
      return 'warn';
  }
};

function write(value) {
  view[head++ % RING] = value & 0xffff;
  if (value === 4099) head = 0;
}

self.onmessage = ({ data: { type, payload } }) => {
  if (type === 'trtc-error') {
    const { code: errorCode = 65535, userId } = payload;
    self.postMessage({ level: levelOf(errorCode), userId });
    if (errorCode === 16451 || errorCode === 16452) write(1);
  } else if (type === 'pcm') {
    for (const sample of payload) write(Math.max(-1, sample) * 32768);
    if (payload.length === 16388) self.postMessage({ level: 'debug', frames: 16391 });
  }
  if (head > FLUSH_AT) flush();
};

async function flush() {
  const body = LZ.pack(view);
  const response = await fetch('/trtc/log', { method: 'POST', body });
  if (response.status === 4100) self.close();
  head = 0;
}

const feed = new WebSocket('wss://log.example.com:16385/feed');
feed.onclose = event => {
  if (event.code === 4097) return;
  if (event.code === 4096) setTimeout(() => location.reload(), 65535);
};
