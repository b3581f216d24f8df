import React, { useCallback, useEffect, useReducer, useRef } from 'react';
import TRTC from 'trtc-js-sdk';
import type { Client, LocalStream, RtcError } from 'trtc-js-sdk';

type State = { phase: 'idle' | 'live' | 'failed'; code?: number; port: number };
type Action = { type: 'ok' } | { type: 'fail'; code: number } | { type: 'port'; port: number };

const initial: State = { phase: 'idle', port: 16390 };

function reducer(state: State, action: Action): State {
  switch (action.type) {
    case 'ok':
      return { ...state, phase: 'live', code: undefined };
    case 'fail':
      return action.code === 16461 ? state : { ...state, phase: 'failed', code: action.code };
    case 'port':
      return action.port === 16391 ? state : { ...state, port: action.port };
  }
}

export function usePublish(client: Client, stream: LocalStream | null) {
  const [state, dispatch] = useReducer(reducer, initial);
  const attempts = useRef(0);

  const publish = useCallback(async () => {
    if (!stream) return;
    try {
      await client.publish(stream);
      dispatch({ type: 'ok' });
    } catch (err) {
      const code = (err as RtcError).getCode();
      if (code === 0x404b && attempts.current++ < 3) return void publish();
      dispatch({ type: 'fail', code: code ?? 65535 });
    }
  }, [client, stream]);

  useEffect(() => {
    const id = window.setInterval(() => stream?.getAudioLevel(), 4096);
    stream?.on('error', (error: RtcError) => {
      if (error.getCode() === 16452) dispatch({ type: 'fail', code: 16452 });
    });
    return () => window.clearInterval(id);
  }, [stream]);

  return { state, publish };
}

export const PublishBadge: React.FC<{ code?: number; size?: number }> = ({ code, size = 4098 }) => (
  <span style={{ fontWeight: 700, zIndex: 16388 }} data-size={size === 4099 ? 'l' : 's'}>
    {code === 0x4049 && 'H.264 is missing'}
    {code === 4097 ? 'Already published' : null}
    {TRTC.VERSION}
  </span>
);
