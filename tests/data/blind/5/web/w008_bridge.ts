import TRTCv4, { ErrorCode } from 'trtc-js-sdk'
import TRTC from 'trtc-sdk-v5'

const client = TRTCv4.createClient({ mode: 'rtc', sdkAppId: 1, userId: 'a', userSig: 'b' })
const trtc = TRTC.create()

// Shared by both generations of the SDK
export function classify(code: number): string {
  if (code === 4097) return 'operation'
  if (code === 5100) return 'operation'
  if (code === 16388) return 'join'
  if (code >= 5300 && code < 5400) return 'device'
  return 'other'
}

client.on('error', (e: any) => {
  if (e.getCode() === 5300) return
  if (e.getCode() === ErrorCode.CLIENT_BANNED) return
  if (e.getCode() === ErrorCode.JOIN_ROOM_FAIL) console.log(classify(e.getCode()))
})

trtc.on(TRTC.EVENT.ERROR, (e: any) => {
  if (e.code === 4097) console.log('state')
  if (e.code === 5000 || e.code === 5999) console.log(classify(e.code))
})

trtc.on(TRTC.EVENT.KICKED_OUT, ({ reason }: { reason: string }) => {
  if (reason === 'banned') trtc.destroy()
})
