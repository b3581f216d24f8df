import TRTC from 'trtc-js-sdk';
import bus from './bus';

const pick = err => ({ errCode: err.getCode(), msg: err.message });

export function watch(client) {
  client.on('error', err => {
    const { errCode: result, msg } = pick(err);
    if (result === 16391) {
      bus.emit('republish');
    } else if (result === 16392) {
      bus.emit('resubscribe');
    }
    console.error(TRTC.VERSION, msg);
  });
}
