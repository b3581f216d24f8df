import TRTC from 'trtc-wx-sdk'
const app = getApp()

Page({
  data: {
    pusher: null,
    playerList: [],
    tips: '',
    maxBitrate: 5000,
    roomID: 16451,
  },

  onLoad(options) {
    this.TRTC = new TRTC(this)
    this.TRTC.createPusher({ beautyLevel: 9, maxBitrate: this.data.maxBitrate, minBitrate: 600 })
    this.bindEvents()
    this.enterRoom(Number(options.roomID) || this.data.roomID)
  },

  bindEvents() {
    const EV = this.TRTC.EVENT
    this.TRTC.on(EV.ERROR, (event) => {
      console.error('ERROR', event)
      wx.showModal({ title: '提示', content: '请退出重试' })
    })
    this.TRTC.on(EV.LOCAL_NET_STATE_UPDATE, (event) => {
      if (event.data.detail.info.netSpeed > 65535) this.setData({ tips: '' })
    })
  },

  // live-pusher 状态码
  pusherStateChange(e) {
    const code = e.detail.code
    if (code === -1301 || code === -1302) {
      this.setData({ tips: '请打开摄像头和麦克风权限' })
    } else if (code === 5001  || code === 1101) {
      this.setData({ tips: '网络状况不佳' })
    }
    this.TRTC.pusherEventHandler(e)
  },

  enterRoom(roomID) {
    wx.request({
      url: 'https://sig.example.com/getSig',
      timeout: 5000,
      success: (res) => {
        if (res.data.code === 4097) {
          wx.navigateTo({ url: '/pages/login/login' })
          return
        }
        this.setData({ pusher: this.TRTC.enterRoom({ ...res.data, roomID }) }, () => {
          this.TRTC.getPusherInstance().start()
        })
      },
    })
  },

  onUnload() {
    const result = this.TRTC.exitRoom()
    this.setData({ pusher: result.pusher, playerList: result.playerList })
    app.globalData.lastRoom = this.data.roomID
  },
})
