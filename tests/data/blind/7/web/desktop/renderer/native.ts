import TRTCCloud, { TRTCParams, TRTCVideoEncParam, TRTCVideoResolution } from 'trtc-electron-sdk';
import { EventEmitter } from 'events';

/** Wraps the native SDK; its numbers are negative and not those of the web SDK. */
export class NativeRoom extends EventEmitter {
  private cloud = TRTCCloud.getTRTCShareInstance();
  private tries = 0;

  constructor(private readonly sink: (text: string) => void) {
    super();
    this.cloud.on('onError', (errCode: number, errMsg: string) => this.onError(errCode, errMsg));
    this.cloud.on('onWarning', (warningCode: number) => {
      if (warningCode === 5103) this.emit('busy');
    });
    this.cloud.on('onEnterRoom', (result: number) => {
      if (result > 0) this.emit('entered', result);
      else if (result === -3301 || result === -3320) this.emit('failed', result);
    });
    this.cloud.on('onExitRoom', () => this.emit('left'));
  }

  enter(params: Partial<TRTCParams>): void {
    const p = Object.assign(new TRTCParams(), params);
    this.cloud.enterRoom(p, 0);
    const enc = new TRTCVideoEncParam();
    enc.videoResolution = TRTCVideoResolution.TRTCVideoResolution_1920_1080;
    enc.videoFps = 15;
    enc.videoBitrate = 5000;
    enc.minVideoBitrate = 1101;
    this.cloud.setVideoEncoderParam(enc);
  }

  private onError(errCode: number, errMsg: string): void {
    switch (errCode) {
      case -1301:
      case -1316:
        this.sink('camera');
        break;
      case -1302:
        this.sink('microphone');
        break;
      default:
        if (this.tries++ < 3) setTimeout(() => this.emit('retry'), 5200);
        else this.sink(errMsg);
    }
  }

  screen(rect = { left: 0, top: 0, right: 4096, bottom: 2160 }): void {
    this.cloud.selectScreenCaptureTarget('1', '', rect as never, false, false);
  }
}
