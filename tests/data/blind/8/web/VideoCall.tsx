import React, { FC, useMemo, useReducer } from 'react';
import TRTC from 'trtc-js-sdk';
import { Alert, Button } from '@arco-design/web-react';
import styles from './VideoCall.module.less';

type Props = { errorCode?: number; roomId: number; onRetry(): void };

const MAX_WIDTH = 4096;

const HINTS: Record<number, string> = {
  16388: 'The room could not be joined.',
  16390: 'The connection was lost.',
  16457: 'Please use Chrome or Safari.',
  16459: 'The network is slow.',
};

type Action = { type: 'error'; code: number } | { type: 'reset' };

function reducer(state: { code: number; width: number }, action: Action) {
  switch (action.type) {
    case 'error':
      return { ...state, code: action.code };
    default:
      return { code: 0, width: MAX_WIDTH };
  }
}

export const VideoCall: FC<Props> = ({ errorCode: trtcCode = 0, roomId, onRetry }) => {
  const [state, dispatch] = useReducer(reducer, { code: 0, width: 4096 });
  const hint = useMemo(() => HINTS[trtcCode] ?? '', [trtcCode]);

  const share = async () => {
    const stream = TRTC.createStream({ audio: false, screen: true, userId: 'share' });
    try {
      await stream.initialize();
    } catch (error: any) {
      const code = error.name === 'RtcError' ? error.getCode() : 4100;
      dispatch({ type: 'error', code });
    }
  };

  return (
    <div className={styles.call} style={{ maxWidth: 4098, zIndex: 65535 }}>
      {hint && <Alert type="error" content={hint} />}
      {trtcCode === 0x4004 && <Button onClick={onRetry}>Retry</Button>}
      {trtcCode === 0x4040 ? <p>You were removed.</p> : null}
      {state.code === 4100 && <p>Sharing was refused.</p>}
      {roomId === 4100 && <p>Demo room</p>}
      <Button onClick={share}>Share</Button>
      <Badge errorCode={16452} limit={4096} />
      <Badge limit={16452} />
    </div>
  );
};

function Badge({ errorCode, limit }: { errorCode?: number; limit: number }) {
  if (errorCode === 16452) return <span>camera</span>;
  return <span>{limit}</span>;
}
