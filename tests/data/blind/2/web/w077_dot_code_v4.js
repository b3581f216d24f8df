import TRTC from 'trtc-js-sdk'

export async function quickJoin (sdkAppId, userId, userSig, roomId) {
  const client = TRTC.createClient({ mode: 'rtc', sdkAppId, userId, userSig })
  try {
    await client.join({ roomId })
  } catch (error) {
    if (error.code === 0x4004) {
      console.warn('join failed, maybe wrong userSig')
    }
    return null
  }
  client.on('error', (err) => {
    if (err.code === 16390) {
      window.location.reload()
    }
  })
  return client
}
