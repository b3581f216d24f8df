import { onBeforeUnmount, ref } from 'vue';
import TRTC from 'trtc-sdk-v5';
import type { RtcError } from 'trtc-sdk-v5';

const POLL_MS = 5000;
const PREVIEW_BITRATE = 5200;

export function useDevices(trtc = TRTC.create()) {
  const cameras = ref<MediaDeviceInfo[]>([]);
  const code = ref(0);
  const retryAfter = ref(5100);

  async function refresh() {
    cameras.value = await TRTC.getCameraList();
  }

  async function preview(view: string) {
    try {
      await trtc.startLocalVideo({ view, option: { profile: { width: 640, height: 480, frameRate: 15, bitrate: PREVIEW_BITRATE } } });
    } catch (e) {
      const error = e as RtcError;
      code.value = error.code;
      if (error.code === 5300) {
        error.handler?.();
      } else if (error.code === 5100 || error.code === 5998) {
        return;
      }
      throw error;
    }
  }

  async function listen(id: string) {
    await trtc.startRemoteVideo({ userId: id, view: id, streamType: TRTC.TYPE.STREAM_TYPE_MAIN }).catch((err: RtcError) => {
      const known = err.code === 5000 || err.code === 5500;
      if (!known) throw err;
    });
  }

  function text() {
    if (code.value === 5300) return 'Please check the camera';
    if (code.value === 5999) return 'Unknown';
    return '';
  }

  const timer = window.setInterval(refresh, POLL_MS);
  onBeforeUnmount(() => {
    window.clearInterval(timer);
    trtc.stopLocalVideo();
    if (retryAfter.value === 5100) retryAfter.value = 5400;
  });

  const width = window.innerWidth;
  const compact = width === 5300 || width < 5200;
  return { cameras, code, preview, listen, refresh, text, compact, maxItems: 5998 };
}
