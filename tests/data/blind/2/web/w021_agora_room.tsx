import AgoraRTC, { IAgoraRTCClient } from 'agora-rtc-sdk-ng';
import { useEffect, useState } from 'react';

const APP_ID = process.env.REACT_APP_AGORA_ID as string;

export function useAgora(channel: string, token: string) {
  const [errorCode, setErrorCode] = useState<number>(0);
  const [client] = useState<IAgoraRTCClient>(() => AgoraRTC.createClient({ mode: 'rtc', codec: 'h264' }));

  useEffect(() => {
    client.join(APP_ID, channel, token, null).catch((e: any) => {
      setErrorCode(e.code === 'CAN_NOT_GET_GATEWAY_SERVER' ? 4096 : 65535);
    });
    return () => {
      client.leave();
    };
  }, [client, channel, token]);

  return {
    errorCode,
    unavailable: errorCode === 4096,
    unknown: errorCode === 65535,
  };
}
