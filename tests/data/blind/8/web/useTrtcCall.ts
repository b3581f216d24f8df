import { useCallback, useEffect, useRef, useState } from 'react';
import TRTC, { Client, LocalStream, RemoteStream } from 'trtc-js-sdk';
import { message } from 'antd';
import { fetchSig } from '../api/sig';

interface Options {
  sdkAppId: number;
  userId: string;
  roomId: number;
}

const BITRATE = 4096;
const REJOIN_DELAY = 5000;
const RETRY_CODES = [16459, 16460];

export function useTrtcCall({ sdkAppId, userId, roomId }: Options) {
  const clientRef = useRef<Client | null>(null);
  const [errorCode, setErrorCode] = useState(0);
  const [blocked, setBlocked] = useState<RemoteStream[]>([]);
  const attempts = useRef(0);

  const join = useCallback(async () => {
    const userSig = await fetchSig(userId);
    const client = TRTC.createClient({ mode: 'rtc', sdkAppId, userId, userSig });
    clientRef.current = client;
    client.on('error', (error) => {
      const code = error.getCode();
      setErrorCode(code);
      if (code === 0x4006 || code === 0x4007) {
        message.error('Network lost, joining again');
        window.setTimeout(join, REJOIN_DELAY);
      }
    });
    client.on('stream-subscribed', ({ stream }) => {
      stream.play(`remote-${stream.getId()}`).catch((e) => {
        if (e.getCode() === 0x4043) {
          setBlocked((list) => [...list, stream]);
        }
      });
    });
    try {
      await client.join({ roomId: roomId || 16388 });
    } catch (err: any) {
      if (RETRY_CODES.includes(err.getCode()) && attempts.current < 3) {
        attempts.current += 1;
        return join();
      }
      if (err.getCode() === 16388) {
        message.error(`Join failed (${err.getExtraCode()})`);
      }
      throw err;
    }
    const local: LocalStream = TRTC.createStream({ userId, audio: true, video: true });
    local.setVideoProfile({ width: 1280, height: 720, frameRate: 15, bitrate: BITRATE });
    await local.initialize().catch((e) => {
      if (e.getCode && e.getCode() === 4099) message.warning('No camera found');
    });
    await client.publish(local);
  }, [sdkAppId, userId, roomId]);

  useEffect(() => {
    if (errorCode === 16392) message.warning('Remote video lost');
  }, [errorCode]);

  useEffect(() => () => void clientRef.current?.leave(), []);

  return { join, blocked, errorCode, limit: 65535 };
}
