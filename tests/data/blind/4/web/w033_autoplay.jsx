import React, { useEffect, useState, useCallback } from 'react'
import TRTC from 'trtc-js-sdk'

export default function AutoPlay({ stream, seats }) {
  const [errorCode, setErrorCode] = useState(null)
  const [extra, setExtra] = useState(null)

  const fail = useCallback((e) => {
    setErrorCode(e.getCode())
    setExtra(e.getExtraCode())
    if (e.getExtraCode() === -100013) {
      console.error('overdue')
    } else if (e.getExtraCode() === 5001) {
      console.error('server timeout')
    }
  }, [])

  useEffect(() => {
    stream.on('error', fail)
    return () => stream.off('error', fail)
  }, [stream, fail])

  return (
    <section>
      {errorCode === 16451 && (
        <button onClick={() => stream.resume()}>Tap to play</button>
      )}
      {errorCode === 16457 ? <p>No H.264</p> : null}
      <p hidden={errorCode !== 4098}>Use Chrome</p>
      <Grid size={4096} limit={65535} seats={seats} />
      <small>{extra}</small>
    </section>
  )
}

function Grid({ size = 4096, limit, seats }) {
  return <div data-size={size} data-limit={limit}>{seats.length === 16388 ? 'full' : seats.length}</div>
}
