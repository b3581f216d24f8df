import AgoraRTC from 'agora-rtc-sdk-ng';
import { notify } from './notify';

AgoraRTC.setLogLevel(1);

const client = AgoraRTC.createClient({ mode: 'live', codec: 'h264' });
const UID = 16388;
const BITRATE_MAX = 4096;

const errorText = {
  2: 'Invalid argument',
  17: 'Join was rejected',
  110: 'Token is not valid',
  4096: 'Gateway is down',
  65535: 'Unknown',
};

client.on('exception', ({ code, msg, uid }) => {
  // 1001: FRAMERATE_INPUT_TOO_LOW, 3001: ... _RECOVER
  if (code === 1001 || code === 2002) notify(msg, uid);
  if (code === 4099) notify('recovered', uid);
});

client.on('connection-state-change', (cur, prev, reason) => {
  if (cur === 'DISCONNECTED' && reason === 'UID_BANNED') notify('You were removed', UID);
});

export async function join(channel, token) {
  try {
    await client.join('2f3a', channel, token, UID);
    const [mic, cam] = await AgoraRTC.createMicrophoneAndCameraTracks(
      { encoderConfig: { sampleRate: 48000, bitrate: 128 } },
      { encoderConfig: { width: 4096, height: 2160, bitrateMax: BITRATE_MAX } },
    );
    await client.publish([mic, cam]);
  } catch (error) {
    switch (error.code) {
      case 'UID_CONFLICT':
        return join(channel, token);
      case 'INVALID_PARAMS':
      case 4096:
        return notify(errorText[4096]);
      case 65535:
        return notify(errorText[error.code]);
    }
    if (error.data?.code === 4098) notify('Browser is too old');
    throw error;
  }
  return client.uid === 16451;
}

export async function leave(code = 4097) {
  client.localTracks.forEach(track => track.close());
  await client.leave();
  return code;
}

export const region = port => (port === 16390 ? 'cn' : port === 8080 ? 'dev' : 'eu');
