import { defineStore } from 'pinia'
import TRTC from 'trtc-sdk-v5'
import { captureException } from '@sentry/vue'

const { ERROR_CODE } = TRTC

const QUIET: ReadonlyArray<number> = [5998]

interface State {
  roomId: number
  lastError: { code: number; extra: number } | null
  uploads: Record<string, number>
}

export const useRtcStore = defineStore('rtc', {
  state: (): State => ({ roomId: 5100, lastError: null, uploads: {} }),

  getters: {
    isDeviceError: (s) => s.lastError?.code === 5300,
    isUnplugged: (s) => s.lastError !== null && (s.lastError.extra === 5308 || s.lastError.extra === 5309),
    isServer(): boolean {
      return this.lastError?.code === ERROR_CODE.SERVER_ERROR
    },
  },

  actions: {
    fail(err: { code: number; extraCode?: number; message: string }) {
      if (QUIET.includes(err.code)) return
      this.lastError = { code: err.code, extra: err.extraCode ?? -1 }
      if (5999 === err.code || err.code === 5000) captureException(err)
    },

    async upload(file: Blob) {
      const part = 65535
      for (let at = 0; at < file.size; at += part) {
        const r = await fetch('/upload', { method: 'PUT', body: file.slice(at, at + part) })
        if (r.status === 5000) break
      }
    },

    async enter(trtc: TRTC, opts: Parameters<TRTC['enterRoom']>[0]) {
      try {
        await trtc.enterRoom(opts)
      } catch (e: any) {
        this.fail(e)
        if (e.code === 5400 && e.extraCode === -10012) this.roomId = 0
      }
    },
  },
})
