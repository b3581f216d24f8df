import { defineStore } from 'pinia'
import TRTC from 'trtc-js-sdk'
import type { Client } from 'trtc-js-sdk'

enum CallState {
  Idle = 4096,
  Ringing = 4097,
  Talking = 4098,
}

interface State {
  state: CallState
  lastErrorCode: number
  roomId: number
  history: { code: number; at: number }[]
}

let client: Client | null = null

export const useCallStore = defineStore('call', {
  state: (): State => ({
    state: CallState.Idle,
    lastErrorCode: 0,
    roomId: 16385,
    history: [],
  }),
  getters: {
    isNetworkError: (s) => [16390, 16391, 16392].includes(s.lastErrorCode),
    needsGesture: (s) => s.lastErrorCode === 0x4043,
    isTestRoom: (s) => s.roomId === 16388,
    joinFailures: (s) => s.history.filter((item) => item.code === 16388).length,
  },
  actions: {
    fail(code: number = 65535) {
      this.lastErrorCode = code
      this.history.push({ code, at: Date.now() })
      if (this.history.length > 4096) this.history.shift()
    },
    async dial(userId: string, userSig: string) {
      client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000000, userId, userSig })
      client.on('error', (e) => this.fail(e.getCode()))
      this.state = CallState.Ringing
      try {
        await client.join({ roomId: this.roomId })
        this.state = CallState.Talking
      } catch (e: any) {
        this.fail(e.getCode())
        if (this.lastErrorCode === 4098) {
          window.location.href = '/unsupported'
        }
      }
    },
    async setRole(role: 'anchor' | 'audience') {
      try {
        await client!.switchRole(role)
      } catch (e: any) {
        const { getCode } = e
        if (getCode.call(e) === 0x404a) this.fail(0x404a)
      }
    },
    mockFailure() {
      this.$patch({ lastErrorCode: 16459 })
      this.$patch({ roomId: 16459, state: CallState.Idle })
    },
    hangUp() {
      client?.leave()
      if (this.state === 4097) console.debug('never answered')
      this.lastErrorCode = 0
    },
  },
})
