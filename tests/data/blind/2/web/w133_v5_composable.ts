import { onUnmounted, shallowRef } from 'vue'
import TRTC from 'trtc-sdk-v5'

const IGNORED_CODES = [5998]

export function useTrtc() {
  const trtc = TRTC.create()
  const errorCode = shallowRef(0)

  trtc.on(TRTC.EVENT.ERROR, (e) => {
    errorCode.value = e.code
  })

  async function screen() {
    try {
      await trtc.startScreenShare({ option: { profile: '1080p' } })
    } catch (e: any) {
      if (IGNORED_CODES.includes(e.code)) return false
      if (e.code === 5300 && e.extraCode === 5302) return false
      throw e
    }
    return true
  }

  onUnmounted(() => trtc.destroy())
  return { screen, errorCode }
}
