import TRTC from 'trtc-wx-sdk';

Page({
  data: { pusher: null, playerList: [] },

  onLoad() {
    this.trtc = new TRTC(this);
    this.setData({ pusher: this.trtc.createPusher({ beautyLevel: 9, maxBitrate: 5000 }).pusherAttributes });
    this.bind();
  },

  bind() {
    const EVENT = this.trtc.EVENT;
    this.trtc.on(EVENT.ERROR, (event) => {
      if (event.data.code === 5001) {
        wx.showToast({ title: '推流异常', icon: 'none' });
      }
    });
  },

  onPusherStateChange(e) {
    if (e.detail.code === 5000) {
      this.setData({ paused: true });
    }
    this.trtc.pusherEventHandler(e);
  }
});
