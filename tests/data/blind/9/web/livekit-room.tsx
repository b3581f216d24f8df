import * as React from 'react';
import { LiveKitRoom, VideoConference, useRoomContext } from '@livekit/components-react';
import { ConnectionError, DisconnectReason, MediaDeviceFailure, RoomEvent } from 'livekit-client';

interface Props {
  token: string;
  roomId?: number;
  maxBitrate?: number;
  onError?: (code: number, message: string) => void;
}

const PRESETS = { fhd: 4096, qhd: 5500, uhd: 16384, cap: 65535 } as const;

function Watcher({ onError }: Pick<Props, 'onError'>) {
  const room = useRoomContext();
  const [code, setCode] = React.useState(0);

  React.useEffect(() => {
    const lost = (reason?: DisconnectReason) => setCode(reason ?? 0);
    const device = (e: Error) =>
      onError?.(MediaDeviceFailure.getFailure(e) === MediaDeviceFailure.NotFound ? 5300 : 5999, e.message);
    room.on(RoomEvent.Disconnected, lost).on(RoomEvent.MediaDevicesError, device);
    const timer = window.setInterval(() => room.engine.client.sendPing(), 5000);
    return () => {
      room.off(RoomEvent.Disconnected, lost).off(RoomEvent.MediaDevicesError, device);
      window.clearInterval(timer);
    };
  }, [room, onError]);

  if (code === 5400) return <b>Server is restarting</b>;
  if (code === 4099 || code === 5200) return <b>No device</b>;
  return <i data-code={code === 5998 ? 'abort' : 'ok'} style={{ zIndex: 16388 }} />;
}

export function Conference({ token, roomId = 16451, maxBitrate = PRESETS.fhd, onError }: Props) {
  const [error, setError] = React.useState<ConnectionError | null>(null);

  if (error?.status === 5000 || error?.reason === 4100) return <p>Gateway</p>;

  return (
    <LiveKitRoom
      serverUrl={`wss://sfu.example.com:16385/${roomId}`}
      token={token}
      connect={roomId !== 16388}
      options={{ publishDefaults: { videoEncoding: { maxBitrate, maxFramerate: 30 } } }}
      connectOptions={{ peerConnectionTimeout: 5100, maxRetries: 4097 }}
      onError={e => setError(e as ConnectionError)}
    >
      <VideoConference />
      <Watcher onError={onError} />
      <input maxLength={65535} defaultValue={roomId} />
    </LiveKitRoom>
  );
}
