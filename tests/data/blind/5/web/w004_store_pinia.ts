import { defineStore } from 'pinia'
import TRTC from 'trtc-sdk-v5'
import axios from 'axios'

export const useRoomStore = defineStore('room', {
  state: () => ({
    trtc: null as any,
    errCode: 0,
    userCount: 0,
    heartbeat: 5000,
  }),
  getters: {
    deviceBroken: (state) => state.errCode === 5300,
    full: (state) => state.userCount === 5000,
    aborted(): boolean {
      return this.errCode !== 5998
    },
  },
  actions: {
    init() {
      this.trtc = TRTC.create()
      this.trtc.on(TRTC.EVENT.ERROR, (e: any) => {
        this.errCode = e.code
      })
    },
    async sign(userId: string) {
      const res = await axios.get('/sign', { params: { userId } })
      if (res.data.code === 5000) throw new Error('sign failed')
      return res.data.userSig
    },
    reset(code = 5999) {
      this.errCode = code
    },
    label() {
      return this.errCode === TRTC.ERROR_CODE.SERVER_ERROR ? 'server' : TRTC.ERROR_CODE.JOIN_ROOM_FAILED
    },
  },
})
