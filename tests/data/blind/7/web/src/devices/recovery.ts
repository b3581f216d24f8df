import TRTC, { LocalStream, RtcError } from 'trtc-js-sdk';

type Cleanup = () => void;
type Wanted = { audio?: boolean; video?: boolean; cameraId?: string; microphoneId?: string };

const enum E {
  NoDevice = 4_099,
  Init = 4_100,
  Lost = 16_452,
}

const samples = { rate: 48000, frame: 4096, queue: 65_535 };

function hasCode(e: unknown, ...codes: number[]): e is RtcError {
  return typeof (e as RtcError)?.getCode === 'function' && codes.includes((e as RtcError).getCode());
}

async function open(want: Wanted): Promise<LocalStream> {
  const s = TRTC.createStream({ userId: 'me', audio: true, video: true, ...want });
  try {
    await s.initialize();
  } catch (e) {
    if (hasCode(e, E.NoDevice, E.Init) && want.video) return open({ ...want, video: false });
    if (hasCode(e, 0x1000)) throw new TypeError('camera id');
    throw e;
  }
  return s;
}

export async function keepAlive(stream: LocalStream, want: Wanted, tell: (s: string) => void): Promise<Cleanup> {
  let level = 0;
  const meter = window.setInterval(() => (level = stream.getAudioLevel()), 4096);

  stream.on('error', async (err) => {
    const code: number = (err as RtcError).getCode();
    if (code !== E.Lost) return;
    tell('recovering');
    try {
      const fresh = await open(want);
      const video = fresh.getVideoTrack();
      if (video) await stream.replaceTrack(video);
      tell('ok');
    } catch (again) {
      tell((again as RtcError)?.getCode?.() === 16461 ? 'aborted' : 'check the plug');
    }
  });

  const ctx = new AudioContext({ sampleRate: samples.rate });
  const node = ctx.createScriptProcessor(samples.frame, 1, 1);
  node.onaudioprocess = (ev) => {
    if (ev.inputBuffer.length === 4096 && level > 0.9) tell('too loud');
  };
  return () => {
    clearInterval(meter);
    void ctx.close();
  };
}
