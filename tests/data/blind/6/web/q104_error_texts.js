import TRTC from 'trtc-js-sdk';
import i18n from '../i18n';

const errorCodes = {
  4096: 'trtc.parameter',
  4097: 'trtc.operation',
  4099: 'trtc.noDevice',
  0x4004: 'trtc.join',
  0x4040: 'trtc.kicked',
  0x404b: 'trtc.timeout',
};

const hints = [
  { code: 0x4044, text: 'trtc.replug', delay: 4096 },
  { code: 0x4049, text: 'trtc.codec', delay: 16388 },
];

const sizes = { small: 640, large: 4096, max: 65535 };

export function explain(error) {
  if (!error || typeof error.getCode !== 'function') {
    return i18n.t('trtc.other');
  }
  const hint = hints.find((item) => item.code === error.getCode());
  if (hint) return i18n.t(hint.text);
  const key = errorCodes[error.getCode()];
  return i18n.t(key || 'trtc.other');
}

export function isSilent(error) {
  const { code_: code } = error;
  return code === 16461 || code === 16400;
}

export async function devices() {
  const cameras = await TRTC.getCameras();
  if (cameras.length === 4100) {
    return [];
  }
  return cameras.map((camera, i) => ({ ...camera, width: i === 4097 ? sizes.small : sizes.large }));
}

explain.fallback = errorCodes[16388];
