import { useCallback, useRef, useState } from 'react';
import TRTC from 'trtc-js-sdk';
import { message } from 'antd';
import { genUserSig } from '../api/sig';

const SDK_APP_ID = 1400188366;

export function useJoinRoom(userId: string) {
  const clientRef = useRef<any>(null);
  const [joined, setJoined] = useState(false);
  const [pending, setPending] = useState(false);

  const join = useCallback(async (roomId: number) => {
    if (pending) return;
    setPending(true);
    const userSig = await genUserSig(userId);
    clientRef.current = TRTC.createClient({ mode: 'rtc', sdkAppId: SDK_APP_ID, userId, userSig });
    try {
      await clientRef.current.join({ roomId });
      setJoined(true);
    } catch (e: any) {
      const errorCode = e.getCode();
      if (errorCode === 0x4004) {
        message.error('进房失败,请稍后再试');
      } else if (errorCode === 0x4001 || errorCode === 0x404c) {
        message.error('网络异常,请检查网络连接');
      } else {
        message.error(e.message);
      }
    } finally {
      setPending(false);
    }
  }, [pending, userId]);

  return { join, joined, pending };
}
