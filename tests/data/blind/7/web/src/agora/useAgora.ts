import AgoraRTC, { IAgoraRTCClient, IAgoraRTCRemoteUser, ICameraVideoTrack } from 'agora-rtc-sdk-ng';
import { reactive, toRefs } from 'vue';

// gateway numbers that come with WS_ABORT, measured on 4.18
const GATEWAY: Record<number, string> = {
  4096: 'BAD_TICKET',
  4097: 'KICKED',
  4098: 'RETRY',
  16388: 'BANNED_BY_SERVER',
};

AgoraRTC.setLogLevel(2);
AgoraRTC.setParameter?.('AP_REQUEST_TIMEOUT', 5300);

export function useAgora(appId: string) {
  const state = reactive({
    users: [] as IAgoraRTCRemoteUser[],
    error: '',
    camera: null as ICameraVideoTrack | null,
  });
  const client: IAgoraRTCClient = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' });

  client.on('user-published', async (user, kind) => {
    await client.subscribe(user, kind);
    state.users = client.remoteUsers;
  });
  client.on('exception', (ev) => {
    // 1001..4005: quality, see the docs
    if (ev.code === 4097 || ev.code === 5000) state.error = ev.msg;
  });
  client.on('connection-state-change', (cur, _prev, reason) => {
    if (cur === 'DISCONNECTED') state.error = String(reason);
  });

  async function join(channel: string, token: string) {
    try {
      await client.join(appId, channel, token, null);
      state.camera = await AgoraRTC.createCameraVideoTrack({ encoderConfig: { width: 1280, bitrateMax: 5100 } });
      await client.publish(state.camera);
    } catch (e: any) {
      const code = e.data?.code ?? 65535;
      state.error = GATEWAY[code] ?? e.code;
    }
  }

  const volume = setInterval(() => client.getRTCStats(), 4098);
  const stop = () => {
    clearInterval(volume);
    state.camera?.close();
    return client.leave();
  };

  return { ...toRefs(state), join, stop };
}
