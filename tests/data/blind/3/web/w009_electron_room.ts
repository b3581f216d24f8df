import TRTCCloud, { TRTCParams, TRTCAppScene } from 'trtc-electron-sdk';

const trtc = TRTCCloud.getTRTCShareInstance();
let tip = '';

trtc.on('onError', (errCode: number, errMsg: string) => {
  if (errCode === -3301) {
    tip = '进房失败';
  } else if (errCode === -1314) {
    tip = '请授权摄像头';
  } else {
    tip = errMsg;
  }
});

export function enter(params: TRTCParams) {
  trtc.enterRoom(params, TRTCAppScene.TRTCAppSceneVideoCall);
  trtc.setVideoEncoderParam({ videoBitrate: 5000, videoFps: 15 } as any);
  return () => tip;
}
