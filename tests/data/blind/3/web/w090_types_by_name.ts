import TRTC, { ErrorCode, Client } from 'trtc-js-sdk';

export function bind(client: Client, leave: () => void) {
  client.on('error', (error: any) => {
    if (error.getCode() === ErrorCode.SIGNAL_CHANNEL_ERROR) {
      leave();
    } else if (error.getCode() === ErrorCode.SIGNAL_CHANNEL_RECONNECTION_FAILED) {
      leave();
    } else if (error.getCode() === ErrorCode.CLIENT_BANNED) {
      window.location.assign('/banned');
    }
  });
  console.debug(TRTC.VERSION);
}
