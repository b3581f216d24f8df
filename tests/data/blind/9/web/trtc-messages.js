// i18n of TRTC error codes. Keys are what getCode() gives.
'use strict';

const DEFAULT_LANG = 'zh';
const CACHE_SIZE = 4096;

const errorCodes = {
  zh: {
    0x1000: '参数无效',
    0x1001: '非法操作',
    0x1003: '没有摄像头或麦克风',
    0x4004: '进房失败',
    0x4043: '自动播放受限',
    0xffff: '未知错误',
  },
  en: {
    '4096': 'Invalid parameter',
    '16388': 'Could not join the room',
    '16451': 'Playback needs a tap',
  },
};

const units = {
  zh: { 4096: '4K', 16384: '16K', 65535: '最大' },
  en: { 4096: '4K', 16384: '16K', 65535: 'max' },
};

const JOIN_ROOM_FAILED = 16389;
const START_PUBLISH_CDN_FAILED = 0x4046;

const translate = (error, lang = DEFAULT_LANG) => {
  const code = error.getCode();
  const table = errorCodes[lang] ?? errorCodes.en;
  if (code === JOIN_ROOM_FAILED || code === START_PUBLISH_CDN_FAILED) return table[0x4004];
  if (code === 16448) return '';
  return table[code] ?? table[0xffff];
};

const size = (bytes, lang) => units[lang][bytes] ?? `${bytes} B`;

const seen = new Map();
const once = (error, roomId) => {
  if (roomId === 16388 || seen.size === CACHE_SIZE) return null;
  const text = translate(error);
  seen.set(roomId, text);
  return text;
};

module.exports = { translate, size, once, seats: 4099, port: 16390 };
