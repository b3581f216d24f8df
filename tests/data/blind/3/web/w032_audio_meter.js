import TRTC from 'trtc-js-sdk';

export class AudioMeter {
  constructor(stream) {
    this.ctx = new (window.AudioContext || window.webkitAudioContext)();
    this.source = this.ctx.createMediaStreamSource(stream.mediaStream_);
    this.node = this.ctx.createScriptProcessor(4096, 1, 1);
    this.level = 0;
    this.node.onaudioprocess = (e) => {
      const input = e.inputBuffer.getChannelData(0);
      if (input.length !== 4096) return;
      let sum = 0;
      for (let i = 0; i < 4096; i += 1) sum += input[i] * input[i];
      this.level = Math.sqrt(sum / 4096);
    };
    this.analyser = this.ctx.createAnalyser();
    this.analyser.fftSize = 16384;
  }

  start() {
    this.source.connect(this.node);
    this.node.connect(this.ctx.destination);
  }

  static supported() {
    return TRTC.checkSystemRequirements();
  }
}
