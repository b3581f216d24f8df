// from the vendor demo
export function getErrorHint(error) {
  switch (error.getCode()) {
    case 4096: // 0x1001 INVALID_OPERATION
      return 'check the order of your calls';
    case 4099: // 0x1003 DEVICE_NOT_FOUND
      return 'plug in a camera';
    case 16388: // SIGNAL_CHANNEL_SETUP_FAILED
      return 'check the network';
    case 16390: // SIGNAL_CHANNEL_RECONNECTION_FAILED
      return 'join again';
    case 16451: // PLAY_NOT_ALLOWED
      return 'needs a click';
    case 16458: // API_CALL_TIMEOUT
      return 'try again';
    default:
      return '';
  }
}

export const docs = 'https://web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html';
