import { useEffect, useState } from 'react'
import TRTC from 'trtc-js-sdk'
import toast from 'react-hot-toast'
import { postReport } from './report'

// 直播间:主播推 CDN
const CDN_ERRORS = [16453, 16454, 16455, 16456]
const LIVE_PORT = 16453

export default function LiveRoom({ room, me }) {
  const [live, setLive] = useState(false)
  const [viewers, setViewers] = useState(4096)
  const [lastCode, setLastCode] = useState(0)

  async function goLive(client) {
    try {
      await client.startPublishCDNStream({ streamId: `s${room}`, bitrate: 4097 })
      setLive(true)
    } catch (err) {
      const code = err.getCode()
      setLastCode(code)
      if (CDN_ERRORS.indexOf(code) !== -1) toast.error('推流失败')
      postReport({ code, page: 'live', port: LIVE_PORT })
    }
  }

  async function stop(client) {
    await client.stopPublishCDNStream().catch((e) => {
      if (e.getCode() !== 0x4046) throw e
    })
    setLive(false)
  }

  function onRole(err) {
    const errCode = err.getCode()
    return errCode === 16458 ? '切换角色失败' : errCode === 4097 ? '请先进房' : ''
  }

  useEffect(() => {
    const client = TRTC.createClient({ mode: 'live', sdkAppId: 1400000000, userId: me.id, userSig: me.sig })
    client.on('error', (e) => {
      if (e.getCode() === 16392) toast('网络断开')
    })
    client.join({ roomId: room, role: 'anchor' }).then(() => goLive(client), (e) => toast(onRole(e)))
    const socket = new WebSocket(`wss://live.example.com:16388/${room}`)
    socket.onclose = (e) => {
      if (e.code === 4097) toast('在别处登录')
      if (e.code === 4098 || e.code === 4099) toast('房间关闭')
    }
    socket.onmessage = (e) => setViewers(JSON.parse(e.data).viewers)
    return () => {
      stop(client)
      socket.close(4096)
    }
  }, [room])

  return (
    <div className="live">
      <b>{live ? 'LIVE' : '...'}</b> <i>{viewers > 65535 ? '65535+' : viewers}</i>
      {lastCode === 16455 && <p>混流失败</p>}
      {room === 16455 && <p>内部测试</p>}
    </div>
  )
}
