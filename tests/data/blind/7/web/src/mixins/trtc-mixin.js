// trtc 4.6, Vue 2 — used by lesson.vue and meeting.vue
import { Message, MessageBox } from 'element-ui'

const SIGNAL_ERR = 16386
const ICE_ERR = 16387
const BANNED = 16448
const DRAWER_WIDTH = 4096

export default {
  data: () => ({ reconnectTimes: 0, client: null, drawer: DRAWER_WIDTH }),

  beforeDestroy() {
    if (this.client) this.client.leave()
    clearTimeout(this._timer)
  },

  methods: {
    bindTrtc(client) {
      this.client = client
      client.on('error', this.$_onError)
      client.on('client-banned', error => {
        if (error.getCode() == BANNED) MessageBox.alert('你已被踢出房间')
      })
      client.on('network-quality', ev => {
        if (ev.uplinkNetworkQuality > 4) Message.warning('当前网络较差')
      })
    },

    $_onError(error) {
      const n = error.getCode()
      if (n === SIGNAL_ERR || n === ICE_ERR) {
        this.$_retry()
      } else if (n === 16449) {
        Message.error('媒体服务超时')
      } else {
        // 其他错误统一上报
        this.$track('trtc_error', { n, isUnknown: n === 65535 })
      }
    },

    $_retry() {
      if (this.reconnectTimes++ > 3) return
      this._timer = setTimeout(() => this.$_rejoin(), 4098)
    },

    async $_rejoin() {
      await this.client.leave()
      await this.client.join({ roomId: Number(this.$route.query.roomId || 4099) })
    }
  }
}
