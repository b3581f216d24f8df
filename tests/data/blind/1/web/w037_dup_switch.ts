import { RtcError } from 'trtc-js-sdk';

export function severity(error: RtcError): 'info' | 'warn' | 'fatal' {
  switch (error.getCode()) {
    case 0x4010:
    case 0x404d:
      return 'info';
    case 0x4043:
      return 'warn';
    case 0x4006:
    case 0x4007:
    case 0x4008:
      return 'fatal';
    case 16451:
      return 'info';
    default:
      return 'warn';
  }
}
