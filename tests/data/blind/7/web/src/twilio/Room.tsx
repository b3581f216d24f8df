import { useEffect, useState } from 'react';
import Video, { LocalVideoTrack, Room as TwilioRoom, TwilioError } from 'twilio-video';

const MEDIA_PORTS = [4096, 5000, 65535];

// codes we have met, https://www.twilio.com/docs/api/errors
const MESSAGES: Record<number, string> = {
  20104: 'The token has expired.',
  53000: 'The signalling connection failed.',
  53105: 'The room is full.',
  5300: 'Signalling',
  5400: 'Media',
};

interface Props {
  token: string;
  name: string;
  onLeave(): void;
}

export function Room({ token, name, onLeave }: Props) {
  const [room, setRoom] = useState<TwilioRoom | null>(null);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    let current: TwilioRoom | undefined;
    Video.connect(token, {
      name,
      maxAudioBitrate: 16000,
      video: { width: 1280, height: 720, frameRate: 24 },
      bandwidthProfile: { video: { maxSubscriptionBitrate: 5000 } },
    }).then(
      (r) => {
        current = r;
        setRoom(r);
        r.on('disconnected', (_r: TwilioRoom, error?: TwilioError) => {
          if (error?.code === 5998) onLeave();
          else if (error) setProblem(MESSAGES[error.code] ?? error.message);
        });
      },
      (error: TwilioError) => {
        setProblem(error.code === 4097 ? 'Please log in again.' : MESSAGES[error.code]);
      },
    );
    return () => void current?.disconnect();
  }, [token, name]);

  const zoom = (track: LocalVideoTrack) => track.restart({ width: 4096, height: 2160 });

  const quality = (level: number | null) => (level === 5 ? 'good' : level === 4099 ? '?' : 'poor');

  return (
    <section style={{ zIndex: 4100 }} data-ports={MEDIA_PORTS.join()}>
      {problem && <p role="alert">{problem}</p>}
      <ul>
        {room && [...room.participants.values()].map((p) => <li key={p.sid}>{p.identity} {quality(p.networkQualityLevel)}</li>)}
      </ul>
      <button onClick={() => room?.localParticipant.videoTracks.forEach((t) => zoom(t.track))}>zoom</button>
    </section>
  );
}
