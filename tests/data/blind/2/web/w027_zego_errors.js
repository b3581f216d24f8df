import { ZegoExpressEngine } from 'zego-express-engine-webrtc';
import { appID, server } from './config';

const zg = new ZegoExpressEngine(appID, server);

zg.on('roomStateUpdate', (roomID, state, errorCode, extendedData) => {
  if (state === 'DISCONNECTED' && errorCode === 65535) {
    console.warn('unknown', roomID, extendedData);
  }
});

zg.on('publisherStateUpdate', (result) => {
  if (result.errorCode === 4098) {
    alert('推流失败');
  }
});

zg.setVideoConfig('s1', { maxBitrate: 5000, width: 1920, height: 1080 });
