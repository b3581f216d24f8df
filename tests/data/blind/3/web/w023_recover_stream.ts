import TRTC, { LocalStream } from 'trtc-js-sdk';

export function autoRecover(localStream: LocalStream, userId: string) {
  localStream.on('error', async (error: any) => {
    if (error.getCode() === 16452) {
      const fresh = TRTC.createStream({ userId, audio: true, video: true });
      try {
        await fresh.initialize();
        const video = fresh.getVideoTrack();
        const audio = fresh.getAudioTrack();
        if (video) await localStream.replaceTrack(video);
        if (audio) await localStream.replaceTrack(audio);
      } catch (err: any) {
        if (err.getCode?.() === 4099) console.warn('no device any more');
      }
    }
  });
}
