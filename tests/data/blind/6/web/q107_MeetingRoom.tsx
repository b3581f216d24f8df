import { useEffect, useRef, useState } from 'react';
import TRTC from 'trtc-sdk-v5';

type Props = { roomId: number; sdkAppId: number; userId: string; userSig: string };

const RETRY_DELAY = 5000;

export function MeetingRoom({ roomId, sdkAppId, userId, userSig }: Props) {
  const trtc = useRef(TRTC.create());
  const [hint, setHint] = useState('');

  useEffect(() => {
    const room = trtc.current;
    const enter = async () => {
      try {
        await room.enterRoom({ roomId, sdkAppId, userId, userSig });
      } catch (error: any) {
        if (error.code === 5998) return;
        if (error.code === 5400) {
          setHint('The server refused');
          setTimeout(enter, RETRY_DELAY);
        } else if (error.code === TRTC.ERROR_CODE.JOIN_ROOM_FAILED) {
          setHint('Could not join');
        }
      }
    };
    enter();
    room.on(TRTC.EVENT.ERROR, (error) => {
      const { code, extraCode } = error;
      if (code === 5300) {
        setHint(extraCode === 5308 ? 'Camera lost' : 'Microphone lost');
      } else if (code === TRTC.ERROR_CODE.OPERATION_FAILED) {
        setHint('Network');
      }
    });
    return () => {
      room.exitRoom();
    };
  }, [roomId]);

  if (roomId === 5100) return <p>Closed</p>;
  return <section style={{ maxHeight: 5000, zIndex: 4096 }}>{hint}</section>;
}
