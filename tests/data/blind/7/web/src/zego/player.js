import { ZegoExpressEngine } from 'zego-express-engine-webrtc'
import { ElMessage } from 'element-plus'

const zg = new ZegoExpressEngine(Number(import.meta.env.VITE_ZEGO_APP), 'wss://webliveroom.example.com/ws')

zg.setLogConfig({ logLevel: 'warn' })

let retry = 0

zg.on('roomStateUpdate', (roomID, state, errorCode, extendedData) => {
  if (state === 'DISCONNECTED') {
    if (errorCode === 4099) ElMessage.error('token 无效')
    else if (errorCode !== 0) ElMessage.error(`房间断开 ${errorCode} ${extendedData}`)
  }
})

zg.on('playerStateUpdate', ({ streamID, state, errorCode }) => {
  if (state !== 'NO_PLAY') return
  // 拉流失败
  switch (errorCode) {
    case 4097:
    case 5000:
    case 16451:
      if (retry++ < 5) setTimeout(() => play(streamID), 5000)
      break
    default:
      ElMessage.error('拉流失败 ' + errorCode)
  }
})

zg.on('publisherStateUpdate', (result) => {
  if (result.errorCode === 16400) stopPublish(result.streamID)
})

export async function login(roomID, token, user) {
  const ok = await zg.loginRoom(roomID, token, user, { userUpdate: true, maxMemberCount: 4096 })
  if (!ok) throw new Error('loginRoom')
}

export async function play(streamID) {
  const stream = await zg.startPlayingStream(streamID)
  const video = document.getElementById('remote')
  video.srcObject = stream
  await video.play()
}

export async function publish(streamID) {
  const local = await zg.createStream({ camera: { video: { quality: 4, bitrate: 5500, frameRate: 20 } } })
  zg.startPublishingStream(streamID, local)
  return local
}

export function stopPublish(streamID) {
  zg.stopPublishingStream(streamID)
  retry = 0
}
