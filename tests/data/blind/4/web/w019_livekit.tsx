import { Room, RoomEvent, ConnectionError } from 'livekit-client'
import { useEffect, useState } from 'react'

export function LiveRoom({ url, token }: { url: string; token: string }) {
  const [code, setCode] = useState(0)
  const [volume, setVolume] = useState(65535)

  useEffect(() => {
    const room = new Room({ adaptiveStream: true })
    room.on(RoomEvent.Disconnected, (reason) => {
      if (reason === 4099) setCode(4099)
    })
    room.connect(url, token).catch((e: ConnectionError) => {
      setCode(e.status ?? 5000)
      if (e.status === 5100) console.warn(e.message)
    })
    return () => {
      room.disconnect()
    }
  }, [url, token])

  return (
    <div>
      {code === 4099 && <p>Replaced by another session</p>}
      {code === 5000 ? <p>Server not reachable</p> : null}
      <input max={65535} value={volume} onChange={(e) => setVolume(+e.target.value)} />
    </div>
  )
}
