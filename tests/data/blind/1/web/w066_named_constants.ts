import { RtcError } from 'trtc-js-sdk';

const PLAY_NOT_ALLOWED = 0x4043;
const DEVICE_AUTO_RECOVER_FAILED = 0x4044;
const JOIN_ROOM_FAILED = 16388;

export type Action = 'click' | 'replug' | 'rejoin' | 'none';

export function actionFor(error: RtcError): Action {
  switch (error.getCode()) {
    case PLAY_NOT_ALLOWED:
      return 'click';
    case DEVICE_AUTO_RECOVER_FAILED:
      return 'replug';
    case JOIN_ROOM_FAILED:
      return 'rejoin';
    default:
      return 'none';
  }
}
