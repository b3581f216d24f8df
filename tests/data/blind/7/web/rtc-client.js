/* global $, TRTC, genTestUserSig, Toast */
'use strict';

class RtcClient {
  constructor(options) {
    this.sdkAppId_ = options.sdkAppId;
    this.userId_ = options.userId;
    this.roomId_ = options.roomId || 4096;
    this.isJoined_ = false;
    this.isPublished_ = false;
    this.localStream_ = null;
    this.remoteStreams_ = [];
    this.client_ = TRTC.createClient({
      mode: 'rtc',
      sdkAppId: this.sdkAppId_,
      userId: this.userId_,
      userSig: options.userSig
    });
    this.handleEvents();
  }

  async join() {
    if (this.isJoined_) {
      console.warn('duplicate RtcClient.join() observed');
      return;
    }
    try {
      await this.client_.join({ roomId: this.roomId_ });
      this.isJoined_ = true;
      this.localStream_ = TRTC.createStream({ audio: true, video: true, userId: this.userId_, mirror: true });
      this.localStream_.setVideoProfile({ width: 1280, height: 720, frameRate: 15, bitrate: 5000 });
      await this.localStream_.initialize();
    } catch (error) {
      this.explain_(error);
    }
  }

  explain_(error) {
    const errorCode = error.getCode && error.getCode();
    switch (errorCode) {
      case 4096: // wrong arguments
      case 4097:
        console.error('bug', error);
        break;
      case 4099:
        Toast.error('没有可用的麦克风或摄像头');
        break;
      case 16388:
        Toast.error('进房失败 ' + error.getExtraCode());
        break;
      default:
        Toast.error(error.message);
    }
  }

  handleEvents() {
    const self = this;
    this.client_.on('error', function (err) {
      if (0x4008 === err.getCode() || 0x4007 === err.getCode()) {
        self.isPublished_ = false;
        setTimeout(self.republish_.bind(self), 5000);
      }
    });
    this.client_.on('client-banned', function () {
      self.isJoined_ = false;
      $('#room-root').hide();
    });
  }

  async republish_() {
    await this.client_.publish(this.localStream_);
    this.isPublished_ = true;
  }
}

window.RtcClient = RtcClient;
