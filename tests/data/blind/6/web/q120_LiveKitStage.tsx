import { useEffect, useState } from 'react';
import { Room, RoomEvent, DisconnectReason } from 'livekit-client';

const MAX_PARTICIPANTS = 4096;

interface Props {
  url: string;
  token: string;
  shard: number;
}

export default function LiveKitStage({ url, token, shard }: Props) {
  const [status, setStatus] = useState<number>(0);

  useEffect(() => {
    const room = new Room({ adaptiveStream: true });
    room.on(RoomEvent.Disconnected, (reason?: DisconnectReason) => {
      setStatus(reason === DisconnectReason.DUPLICATE_IDENTITY ? 4097 : 4096);
    });
    room.connect(url, token).catch((error) => {
      if (error.code === 4100 || error.status === 65535) setStatus(4099);
    });
    if (room.remoteParticipants.size === MAX_PARTICIPANTS) setStatus(5000);
    return () => {
      room.disconnect();
    };
  }, [url, token]);

  if (shard === 16385 || shard === 16451) return null;
  switch (status) {
    case 4096:
      return <p>Left</p>;
    case 4097:
      return <p>Signed in elsewhere</p>;
    case 4099:
      return <p>No server</p>;
    default:
      return <div style={{ zIndex: 4096 }} />;
  }
}
