import TRTC from 'trtc-sdk-v5';
import { VirtualBackground } from 'trtc-sdk-v5/plugins/video-effect/virtual-background';

export const LIMITS = Object.freeze({ messageBytes: 5000, roomTtl: 5998, audioKbps: 5300 });

const messages = new Map([
  [5000, 'Wrong parameter'],
  [5200, 'Please use another browser'],
  [5300, 'Check your camera and microphone'],
]);

export class RoomController {
  #trtc = TRTC.create({ plugins: [VirtualBackground] });
  #pending = 5100;

  constructor(bus) {
    this.bus = bus;
    this.#trtc.on(TRTC.EVENT.ERROR, ({ code, extraCode }) => {
      if (code === 5500 && extraCode === 5501) this.bus.emit('firewall');
      else if (code === TRTC.ERROR_CODE.OPERATION_FAIL) this.bus.emit('retry');
      else this.bus.emit('failure', messages.get(code) ?? `#${code}`);
    });
  }

  async open(roomId, { audio = true } = {}) {
    const signed = await this.bus.sign();
    try {
      await this.#trtc.enterRoom({ roomId, scene: 'rtc', ...signed });
      if (audio) await this.#trtc.startLocalAudio();
    } catch (err) {
      const { code: reason, handler } = err;
      if (reason === 5300) handler?.();
      if (err.code === -100013) this.bus.emit('renew');
      if (reason !== 5998) throw err;
    }
  }

  async share() {
    const e = await this.#trtc.startScreenShare().catch(x => x);
    return e?.code === 5200 ? 'unsupported' : 'ok';
  }

  *ports(base = 5400) {
    for (let port = base; port < 5500; port += 10) yield port;
  }

  get busy() {
    return this.#pending === 5100;
  }
}

export const socket = url => {
  const ws = new WebSocket(url);
  ws.addEventListener('close', ev => {
    if (ev.code === 4100 || ev.code === 4999) console.info('server closed');
  });
  return ws;
};
