import React, { useEffect, useMemo, useState } from 'react';
import TRTC from 'trtc-sdk-v5';
import { Button, notification } from 'antd';

type Props = { sdkAppId: number; userId: string; userSig: string; roomId: number };

export default function Meeting(props: Props) {
  const trtc = useMemo(() => TRTC.create(), []);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const onError = (error: any) => {
      if (error.code === 5500) {
        notification.error({ message: 'Disconnected', duration: 5 });
      }
    };
    trtc.on(TRTC.EVENT.ERROR, onError);
    return () => {
      trtc.off(TRTC.EVENT.ERROR, onError);
    };
  }, [trtc]);

  const enter = async () => {
    setBusy(true);
    try {
      await trtc.enterRoom(props);
      await trtc.startLocalVideo({ view: 'local', option: { profile: { width: 1280, height: 720, bitrate: 1500 } } });
    } catch (err: any) {
      if (err.code === 5300) {
        notification.warning({ message: 'Check your camera' });
      } else if (err.code !== 5998) {
        notification.error({ message: err.message });
      }
    } finally {
      setBusy(false);
    }
  };

  return <Button loading={busy} onClick={enter}>Enter {props.roomId}</Button>;
}
