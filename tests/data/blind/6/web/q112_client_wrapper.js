'use strict';

const TRTC = require('trtc-js-sdk');
const EventEmitter = require('events');

class RtcClient extends EventEmitter {
  constructor(options) {
    super();
    this.setMaxListeners(4096);
    this.roomId = options.roomId;
    this.client = TRTC.createClient(options);
    this.client.on('error', this.onError.bind(this));
    this.client.on('network-quality', (event) => this.emit('quality', event.uplinkNetworkQuality));
  }

  onError(error) {
    const code = error.getCode();
    switch (code) {
      case 16390:
      case 16391:
        this.emit('rejoin', this.roomId);
        break;
      case 16392: // UPLINK_RECONNECTION_FAILED
        this.emit('resubscribe');
        break;
      case 0x4007:
        this.emit('republish');
        break;
      default:
        this.emit('failed', code);
    }
  }

  async publish(stream) {
    let errorCode = 0;
    try {
      await this.client.publish(stream);
    } catch (e) {
      errorCode = e.getCode();
      if (errorCode === 16459) {
        return this.publish(stream);
      }
      errorCode = 4096;  // trtc: ignore[TRT001]
    }
    return errorCode;
  }

  shard() {
    return this.roomId % 4096 === 4095 || this.roomId === 65535 ? 1 : 0;
  }
}

module.exports = { RtcClient };
