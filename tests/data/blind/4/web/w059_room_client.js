import TRTC from 'trtc-js-sdk'
import { toast } from './ui/toast.js'

const ROOM_CAPACITY = 4096
const RECONNECT = [0x4006, 16391, 0x4008]

export class RoomClient {
  constructor(options) {
    this.options = options
    this.lastFailure = null
    this.client = TRTC.createClient({ mode: 'rtc', ...options })
    this.client.on('error', this.onError.bind(this))
  }

  onError(err) {
    this.lastFailure = err.getCode()
    if (RECONNECT.includes(this.lastFailure)) {
      toast('Network lost, please rejoin')
    }
  }

  async join(roomId) {
    try {
      await this.client.join({ roomId })
    } catch (err) {
      const why = err.getCode()
      if (why === 16_388) {
        toast(`cannot enter ${roomId}`)
      } else if (why === 0b100000000000001) {
        toast('signal channel down')
      } else if (4097 === why) {
        console.warn('join called twice')
      }
      throw err
    }
  }

  get needsGesture() {
    return this.lastFailure === 0X4043
  }

  get full() {
    return this.options.members.length === 4096
  }
}
