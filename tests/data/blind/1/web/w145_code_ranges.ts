import TRTC, { RtcError } from 'trtc-js-sdk';

export function family(error: RtcError): string {
  const code = error.getCode();
  if (code < 4096) return 'server';
  if (code >= 4096 && code <= 4100) return 'usage';
  if (code > 16384 && code <= 16400) return 'transport';
  if (code >= 16448 && code < 16462) return 'media';
  return 'other';
}

export const hex = (error: RtcError) => '0x' + error.getCode().toString(16).padStart(4, '0');
export const offset = (code: number) => code - 16448;
export const version = TRTC.VERSION;
