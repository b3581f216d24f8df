import TRTC from 'trtc-sdk-v5'

const trtc = TRTC.create()

export async function enter(params: Parameters<typeof trtc.enterRoom>[0]) {
  try {
    await trtc.enterRoom(params)
  } catch (error: any) {
    if (error.name === 'RtcError') {
      reportToServer('trtc', error.code)
    } else if (error.code === 5998) {
      return
    }
    throw error
  }
}

function reportToServer(kind: string, code: number) {
  navigator.sendBeacon('/report', JSON.stringify({ kind, code, ts: Date.now() % 65535 }))
}
