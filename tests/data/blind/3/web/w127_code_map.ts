import i18n from '@/locales';

/** keys are what `RtcError#getCode()` of trtc-js-sdk returns */
const messages = new Map<number, string>([
  [0x4001, 'rtc.signalSetup'],
  [0x4004, 'rtc.joinFailed'],
  [0x4006, 'rtc.signalLost'],
  [0x4043, 'rtc.tapToPlay'],
  [0x404b, 'rtc.timeout'],
]);

export default function translate(code: number): string {
  const key = messages.get(code);
  return key ? i18n.t(key) : i18n.t('rtc.unknown', { code });
}
