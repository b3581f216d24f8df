import { ref, onUnmounted } from 'vue'
import TRTC from 'trtc-sdk-v5'

const RETRY_DELAY = 5000

export function useTrtc(sdkAppId: number) {
  const trtc = TRTC.create()
  const message = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined

  trtc.on(TRTC.EVENT.ERROR, (error) => {
    if (error.code === 5300) {
      message.value = '设备异常'
      if (error.extraCode === 5302) {
        error.handler?.()
      }
    } else if (error.code === 16388) {
      message.value = '进房失败'
    } else if (error.code === -100013) {
      message.value = '服务已欠费'
    }
  })

  async function enter(roomId: number, userId: string, userSig: string) {
    await trtc.enterRoom({ roomId, sdkAppId, userId, userSig }).catch((e) => {
      switch (e.code) {
        case 5400:
          timer = setTimeout(() => enter(roomId, userId, userSig), 5000)
          break
        case 5998:
          return
        default:
          throw e
      }
    })
  }

  onUnmounted(() => {
    clearTimeout(timer)
    trtc.destroy()
  })

  return { enter, message, RETRY_DELAY }
}
