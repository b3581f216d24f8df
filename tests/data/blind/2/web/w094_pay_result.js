const request = require('../../utils/request');

Page({
  data: { orderNo: '', text: '' },

  onLoad(options) {
    this.setData({ orderNo: options.orderNo });
    this.query();
  },

  query() {
    wx.request({
      url: 'https://pay.example.cn/query',
      data: { orderNo: this.data.orderNo },
      success: res => {
        const { code, msg } = res.data;
        if (code === 5000) {
          this.setData({ text: '支付成功' });
        } else if (code === 5001 || code === 5400) {
          this.setData({ text: msg });
        } else {
          setTimeout(() => this.query(), 5000);
        }
      }
    });
  }
});
