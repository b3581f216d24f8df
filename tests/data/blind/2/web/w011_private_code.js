// old builds (trtc-js-sdk 4.6) hide the number
function rtcErrorCode(err) {
  return err.code_ !== undefined ? err.code_ : err.getCode();
}

export default {
  install(Vue) {
    Vue.prototype.$rtcError = function (err) {
      if (err.code_ === 16387) {
        this.$toast('网络环境较差');
        return;
      }
      const code = rtcErrorCode(err);
      this.$toast(code === 16388 ? '进房失败' : err.message);
    };
  }
};
