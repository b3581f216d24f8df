import TRTC from 'trtc-sdk-v5'
import { showToast } from 'vant'

const trtc = TRTC.create({ plugins: [] })

export async function openCamera(view: string) {
  try {
    await trtc.startLocalVideo({ view })
  } catch (err: any) {
    // ported from our v4 page
    if (err.code === 0x1003) {
      showToast('没有摄像头')
    } else if (err.code === 5300) {
      showToast(err.message)
    }
  }
}
