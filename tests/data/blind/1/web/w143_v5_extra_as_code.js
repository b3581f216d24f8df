import TRTC from 'trtc-sdk-v5';

const trtc = TRTC.create();

trtc.on(TRTC.EVENT.ERROR, error => {
  if (error.code === 5308 || error.code === 5309) {
    // device was unplugged
    document.querySelector('#device-tip').hidden = false;
  }
});

export async function openMic(microphoneId) {
  try {
    await trtc.startLocalAudio({ option: { microphoneId } });
  } catch (error) {
    if (error.code === 5300 && error.extraCode === 5302) {
      return 'denied';
    }
    return 'failed';
  }
  return 'ok';
}
