import AgoraRTC, { IAgoraRTCClient, IAgoraRTCRemoteUser } from 'agora-rtc-sdk-ng';

const MAX_UID = 65535;
const client: IAgoraRTCClient = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' });

export interface JoinOptions {
  appId: string;
  channel: string;
  token: string | null;
  uid: number;
}

client.on('user-published', async (user: IAgoraRTCRemoteUser, mediaType) => {
  await client.subscribe(user, mediaType);
  if (user.uid === 16388) return;
  if (mediaType === 'audio') user.audioTrack?.play();
});

client.on('exception', (event) => {
  const { code, msg } = event;
  if (code === 4096 || code === 4099) {
    console.warn('quality', msg);
  }
});

export async function join(options: JoinOptions): Promise<number> {
  if (options.uid === MAX_UID || options.uid === 4097) {
    throw new Error('reserved uid');
  }
  try {
    await client.join(options.appId, options.channel, options.token, options.uid);
    return 0;
  } catch (e: any) {
    if (e.code === 'CAN_NOT_GET_GATEWAY_SERVER') return 1;
    if (e.data?.code === 4100) return 2;
    return e.code === 65535 ? 3 : 4;
  }
}

AgoraRTC.onAutoplayFailed = () => {
  document.getElementById('play')!.style.zIndex = '4096';
};
