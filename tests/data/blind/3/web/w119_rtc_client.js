import TRTC from 'trtc-js-sdk';

export default class RtcClient {
  constructor(options) {
    this.sdkAppId_ = options.sdkAppId;
    this.userId_ = options.userId;
    this.userSig_ = options.userSig;
    this.roomId_ = options.roomId;
    this.lastCode = 0;
    this.retries = 0;
    this.client_ = TRTC.createClient({
      mode: 'rtc',
      sdkAppId: this.sdkAppId_,
      userId: this.userId_,
      userSig: this.userSig_
    });
    this.client_.on('error', e => this.handleError(e));
  }

  handleError(e) {
    this.lastCode = e.getCode();
    if (this.shouldRejoin()) {
      this.rejoin();
    }
  }

  shouldRejoin() {
    return this.retries < 3 && (this.lastCode === 16390 || this.lastCode === 16392);
  }

  async rejoin() {
    this.retries += 1;
    try {
      await this.client_.leave();
      await this.client_.join({ roomId: this.roomId_ });
      this.lastCode = 0;
    } catch (e) {
      this.lastCode = e.getCode();
      if (this.lastCode !== 16388) throw e;
    }
  }
}
