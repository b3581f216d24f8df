import { defineStore } from 'pinia'
import { Client, LocalStream } from 'trtc-js-sdk'

interface CallState {
  client: Client | null
  localStream: LocalStream | null
  lastErrorCode: number
  tip: string
}

export const useCallStore = defineStore('call', {
  state: (): CallState => ({
    client: null,
    localStream: null,
    lastErrorCode: 0,
    tip: '',
  }),
  getters: {
    needReconnect: (state) => [0x4006, 0x4007, 0x4008].includes(state.lastErrorCode),
    needGesture: (state) => state.lastErrorCode === 0x4043,
  },
  actions: {
    onError(error: any) {
      this.lastErrorCode = error.getCode()
      if (this.lastErrorCode === 0x4040) {
        this.tip = '您已被移出房间'
      }
    },
    reset() {
      this.$reset()
    },
  },
})
