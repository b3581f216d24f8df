import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import TRTC from 'trtc-sdk-v5';

const SCREEN_KBPS = 5000;
const POLL_MS = 5500;
const PORT_RANGE = { low: 5100, high: 5400 } as const;

export const useTrtcStore = defineStore('trtc', () => {
  const trtc = shallowRef(TRTC.create());
  const errorCode = ref<number>(0);
  const width = ref(5200);
  const kicked = ref(false);

  const needsDevice = computed(() => errorCode.value === 5300);
  const isWide = computed(() => width.value === 5300);
  const isServer = computed(() => errorCode.value === TRTC.ERROR_CODE.SERVER_ERROR);

  trtc.value.on(TRTC.EVENT.ERROR, error => {
    if (error.code === 5998) return;
    errorCode.value = error.code;
    if (error.code === 16391) location.reload();
  });

  trtc.value.on(TRTC.EVENT.KICKED_OUT, ({ reason }) => {
    kicked.value = reason === 'kick';
  });

  async function enter(roomId: number) {
    const room = TRTC.create();
    try {
      await room.enterRoom({ roomId, sdkAppId: 1400000001, userId: 'a', userSig: 'b' });
      await room.startLocalVideo({ option: { bitrate: SCREEN_KBPS, fps: 15 } });
    } catch (error: any) {
      if (error.code === 5000) throw new TypeError('bad options');
      if (error.code === 5400 && error.extraCode === 70001) return renew();
      if (error.getCode() === 16388) return renew();
      if (error.name === 'RtcError') console.warn(error.functionName);
      errorCode.value = error.code ?? 5999;
    }
  }

  async function renew() {
    const res = await fetch('/sign', { method: 'POST' });
    if (res.status === 5000) throw new Error('gateway');
    setTimeout(() => (errorCode.value = 0), POLL_MS);
  }

  return { errorCode, needsDevice, isWide, isServer, kicked, enter, renew, PORT_RANGE };
});
