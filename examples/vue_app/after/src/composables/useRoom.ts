import { onUnmounted, ref, shallowRef } from 'vue';
import TRTC, { type Client, type ErrorCode, type RtcError } from 'trtc-js-sdk';
import { isRetryable } from '../lib/retry.js';

const TrtcErrorCode = {
  ICE_TRANSPORT_ERROR: 0x4003,
  REMOTE_STREAM_NOT_EXIST: 0x4010,
} as const;

/** Any of the SDK's error codes. */
export type AnyErrorCode = ErrorCode[keyof ErrorCode];

const MAX_ATTEMPTS = 3;

/** A room that one user enters, once more where that may help. */
export function useRoom(userId: string) {
  const state = ref<'idle' | 'joining' | 'joined' | 'failed'>('idle');
  const attempts = ref(0);
  const error = shallowRef<RtcError | null>(null);
  let client: Client | undefined;

  async function join(roomId: number): Promise<void> {
    client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000001, userId, userSig: 'signed' });
    client.on('error', failed);
    state.value = 'joining';
    for (attempts.value = 1; ; attempts.value++) {
      try {
        await client.join({ roomId });
        state.value = 'joined';
        return;
      } catch (e) {
        if (attempts.value < MAX_ATTEMPTS && isRetryable((e as RtcError).getCode())) continue;
        return failed(e as RtcError);
      }
    }
  }

  function failed(e: RtcError): void {
    const errorCode: AnyErrorCode = e.getCode();
    if (errorCode === TrtcErrorCode.REMOTE_STREAM_NOT_EXIST) return; // 对端取消推流，无需处理
    if (errorCode === TrtcErrorCode.ICE_TRANSPORT_ERROR) console.warn('ICE transport broke', e);
    error.value = e;
    state.value = 'failed';
  }

  onUnmounted(() => client?.leave());

  return { state, attempts, error, join };
}
