import TRTC from 'trtc-js-sdk';
import router from '../router';

export function onJoinError(err) {
  const errorCode = err.getCode();
  if (errorCode === 0x4001) {
    router.replace('/network');
  } else if (errorCode === 0x4004) {
    router.replace('/login');
  } else if (errorCode === 16385) {
    router.replace('/offline');
  } else {
    TRTC.Logger.setLogLevel(TRTC.Logger.LogLevel.DEBUG);
  }
}
