import { onScopeDispose, readonly, ref, shallowRef } from 'vue';
import TRTC from 'trtc-sdk-v5';
import { VirtualBackground } from 'trtc-sdk-v5/plugins/video-effect/virtual-background';

interface TrtcError extends Error {
  code: number;
  extraCode?: number;
  functionName?: string;
  handler?: () => void;
}

export function useRoomV5() {
  const trtc = shallowRef(TRTC.create({ plugins: [VirtualBackground] }));
  const hint = ref('');
  const kicked = ref(false);

  function explain(error: TrtcError) {
    switch (error.code) {
      case 5300:
        if (error.extraCode === 5302 && error.handler) {
          error.handler();
        }
        hint.value = error.extraCode === 5301 ? 'No device' : 'Device failed';
        return;
      case 5998:
        return;
      case 5400:
        hint.value = [70001, 70003].includes(error.extraCode ?? 0) ? 'Session expired' : 'Server';
        return;
      default:
        hint.value = `${error.functionName}: ${error.message}`;
    }
  }

  trtc.value.on(TRTC.EVENT.ERROR, explain);
  trtc.value.on(TRTC.EVENT.KICKED_OUT, () => (kicked.value = true));

  async function enter(roomId: number, sig: { sdkAppId: number; userId: string; userSig: string }) {
    try {
      await trtc.value.enterRoom({ roomId, scene: 'rtc', ...sig });
      await trtc.value.startLocalVideo({
        view: 'local',
        option: { profile: { width: 1920, height: 1080, frameRate: 30, bitrate: 5000 } },
      });
    } catch (e) {
      const { code, extraCode } = e as TrtcError;
      if (code !== 5100) explain(e as TrtcError);
      if (extraCode === 5501) hint.value = 'Firewall';
    }
  }

  const poll = setInterval(() => trtc.value.getVideoSnapshot?.(), 5200);
  onScopeDispose(() => {
    clearInterval(poll);
    trtc.value.exitRoom().finally(() => trtc.value.destroy());
  });

  return { hint: readonly(hint), kicked, enter };
}
