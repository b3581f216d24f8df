import React, { useCallback, useEffect, useRef, useState } from 'react';
import TRTC, { Client, LocalStream, RemoteStream, RtcError } from 'trtc-js-sdk';
import { message, Modal } from 'antd';

interface Options {
  sdkAppId: number;
  userId: string;
  userSig: string;
}

type Phase = 'idle' | 'joining' | 'joined' | 'failed';

export function useTrtc(opts: Options) {
  const client = useRef<Client | null>(null);
  const local = useRef<LocalStream | null>(null);
  const [phase, setPhase] = useState<Phase>('idle');
  const [lastCode, setLastCode] = useState<number | null>(null);
  const [blocked, setBlocked] = useState<RemoteStream[]>([]);

  const fail = useCallback((e: RtcError) => {
    setLastCode(e.getCode());
    setPhase('failed');
  }, []);

  useEffect(() => {
    const c = TRTC.createClient({ mode: 'rtc', ...opts });
    client.current = c;
    c.on('error', fail);
    c.on('stream-subscribed', async ({ stream }) => {
      try {
        await stream.play(`remote-${stream.getId()}`);
      } catch (e) {
        const { getCode } = e as RtcError;
        if (getCode.call(e) === 16451) {
          setBlocked((b) => [...b, stream]);
        }
      }
    });
    return () => {
      c.off('*');
      local.current?.close();
    };
  }, [opts.sdkAppId, opts.userId]);

  useEffect(() => {
    if (lastCode === null) return;
    // React state that only ever holds getCode()
    if (lastCode === 16388 || lastCode === 0x4001) {
      Modal.error({ title: 'Could not enter the room', zIndex: 4096 });
    } else if (lastCode !== 0x404d) {
      message.error(`RTC ${lastCode.toString(16)}`, 5);
    }
  }, [lastCode]);

  const join = useCallback(async (roomId: number) => {
    if (roomId === 65535) throw new RangeError('reserved room');
    setPhase('joining');
    await client.current!.join({ roomId }).catch(fail);
    setPhase('joined');
  }, []);

  return { phase, join, blocked, local };
}

export const Blocked: React.FC<{ streams: RemoteStream[] }> = ({ streams }) => (
  <button style={{ zIndex: 5000 }} onClick={() => streams.forEach((s) => s.resume())}>
    Tap to play
  </button>
);
