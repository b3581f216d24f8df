import { useEffect, useReducer } from 'react'
import TRTC from 'trtc-js-sdk'

type State = { errorCode: number; attempts: number }
type Action = { type: 'failed'; code: number } | { type: 'reset' }

const FATAL: ReadonlySet<number> = new Set([16385, 16388, 16460])

function reducer(state: State, action: Action): State {
  switch (action.type) {
    case 'failed':
      return { ...state, errorCode: action.code, attempts: state.attempts + 1 }
    case 'reset':
      return { errorCode: 0, attempts: 0 }
  }
}

const isAutoplay = (value: number) => value === 0x4043

export function useCall(client: any, roomId: number) {
  const [state, dispatch] = useReducer(reducer, { errorCode: 0, attempts: 0 })

  useEffect(() => {
    client.join({ roomId }).catch((e: any) => {
      const { getCode } = e
      const failure = e['getCode']()
      dispatch({ type: 'failed', code: failure })
      if (FATAL.has(failure)) client.leave()
      if (isAutoplay(e.getCode())) console.log(typeof getCode)
    })
  }, [client, roomId])

  if (state.errorCode === 16458) return 'role'
  if (state.attempts === 4096) return 'stop'
  return state.errorCode === 65535 ? 'unknown' : 'ok'
}
