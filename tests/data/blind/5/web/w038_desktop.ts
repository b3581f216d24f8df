import TRTCCloud, { TRTCParams } from 'trtc-electron-sdk'

const cloud = TRTCCloud.getTRTCShareInstance()

cloud.on('onError', (errcode: number, errmsg: string) => {
  if (errcode === -3301 || errcode === -3320) {
    console.error('enter room failed', errmsg)
  } else if (errcode === -1301) {
    console.error('camera')
  } else if (errcode === -100013) {
    console.error('arrears')
  }
})

cloud.on('onEnterRoom', (result: number) => {
  if (result < 0) console.error('failed', result)
  else if (result === 4096) console.warn('slow')
})

cloud.on('onExitRoom', (reason: number) => {
  if (reason === 1) console.log('kicked')
})

export function enter(params: TRTCParams) {
  cloud.setVideoEncoderParam({ videoBitrate: 5000, minVideoBitrate: 4096 } as any)
  cloud.enterRoom(params, 0)
}
