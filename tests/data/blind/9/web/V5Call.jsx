import { useEffect, useMemo, useState } from 'react';
import { Button, Modal, Progress } from 'antd';
import TRTC from 'trtc-sdk-v5';

const HELP = {
  5200: '/help/browser',
  5300: '/help/device',
  5500: '/help/network',
};

export default function V5Call({ roomId = 5400, bitrate = 5100, onEnd }) {
  const trtc = useMemo(() => TRTC.create(), []);
  const [error, setError] = useState(null);
  const [ms, setMs] = useState(0);

  useEffect(() => {
    const onError = err => setError(err);
    trtc.on(TRTC.EVENT.ERROR, onError);
    const timer = setInterval(() => setMs(m => (m === 5000 ? 0 : m + 100)), 100);
    return () => {
      trtc.off(TRTC.EVENT.ERROR, onError);
      clearInterval(timer);
    };
  }, [trtc]);

  const call = async () => {
    try {
      await trtc.enterRoom({ roomId, sdkAppId: 1400000000, userId: 'me', userSig: window.sig });
      await trtc.startLocalVideo({ view: 'me', option: { profile: { width: 1280, height: 720, bitrate } } });
    } catch (err) {
      if (err.code === 5302) return;
      switch (err.code) {
        case 5100:
          return trtc.exitRoom();
        case 5998:
          return undefined;
        case 5999: // UNKNOWN_ERROR
          console.error(err.functionName);
      }
      setError(err);
    }
  };

  return (
    <div style={{ zIndex: 5000, maxWidth: 5500 }}>
      <Progress percent={ms / 50} size={[5200, 20]} />
      <Modal open={error?.code === 5400} onOk={onEnd}>
        {error?.extraCode === 5401 ? 'Not included in your plan' : 'Server error'}
      </Modal>
      {error && <a href={HELP[error.code] ?? '/help'}>Help</a>}
      <Button onClick={call}>Call</Button>
    </div>
  );
}
