import BRTC_Start from './baidu.rtc.sdk.js';

export function start(appid, roomname) {
  BRTC_Start({
    server: 'wss://rtc.exp.bcelive.com:8989/janus',
    appid,
    roomname,
    videobitrate: 5000,
    error(error) {
      console.log('BRTC error', error);
    },
    onlocalstream(stream, name) {
      document.querySelector(`#${name}`).srcObject = stream;
    },
    success() {
      setTimeout(() => console.log('started'), 5100);
    },
  });
}
