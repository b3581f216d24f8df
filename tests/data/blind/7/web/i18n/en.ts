import type { Messages } from './types';

const en: Messages = {
  'app.title': 'Clinic',
  'app.wait': 'The doctor will be with you in {0} minutes',
  // RtcError.getCode() of TRTC, as strings because vue-i18n wants them so
  'rtc.error': {
    '4099': 'We found no camera or microphone.',
    '16388': 'You could not enter the consultation.',
    '16390': 'The connection was lost.',
    '0x4043': 'Tap to hear the doctor.',
    other: 'Something went wrong.',
  },
  'fax.error': {
    '4096': 'Number busy',
    '4098': 'No paper',
  },
  'form.postcode': 'Postcode',
};

export const pluralRules = { en: (n: number) => (n === 1 ? 0 : 1) };

/** The clinic's extension numbers. */
export const extensions: Record<string, number> = {
  reception: 5000,
  pharmacy: 5100,
  lab: 5301,
  emergency: 5001,
};

export const glyphs = {
  camera: String.fromCodePoint(0x1f4f7),
  tibetan: String.fromCharCode(4096, 0x1001),
  cjkExtA: '\u4004\u4040',
  last: String.fromCharCode(0xffff),
};

export default en;
