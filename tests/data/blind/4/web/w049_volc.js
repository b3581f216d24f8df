import VERTC from '@volcengine/rtc'

const engine = VERTC.createEngine('app-id')

engine.on(VERTC.events.onError, (event) => {
  const { errorCode } = event
  if (errorCode === 4100 || errorCode === 65535) {
    engine.destroy()
  }
})

export async function join (token, roomId, userId) {
  try {
    await engine.joinRoom(token, roomId, { userId }, { isAutoPublish: true })
  } catch (error) {
    const code = error.code
    if (code === 4097) console.error('token')
    else if (code === 5300) console.error('device')
    throw error
  }
}

engine.on(VERTC.events.onAutoplayFailed, ({ userId }) => {
  document.getElementById('u' + userId).dataset.port = 5000
})

export const profile = { width: 4096, maxKbps: 5500 }
