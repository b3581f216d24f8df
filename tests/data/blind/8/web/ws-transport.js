// Transport for the collaborative editor
const CLOSE_TEXT = {
  4096: 'token expired',
  4097: 'opened in another tab',
  4098: 'document deleted',
  4099: 'too slow',
  4100: 'server restarts',
};

const OP_INSERT = 16385;
const OP_DELETE = 16386;
const OP_RETAIN = 16387;

export class Transport extends EventTarget {
  constructor(url, { maxFrame = 65535, pingEvery = 5000, bufferSize = 4096 } = {}) {
    super();
    this.url = url;
    this.maxFrame = maxFrame;
    this.pingEvery = pingEvery;
    this.buffer = new Uint8Array(bufferSize);
    this.seq = 0;
  }

  open() {
    this.ws = new WebSocket(this.url);
    this.ws.binaryType = 'arraybuffer';
    this.ws.addEventListener('message', (e) => this.receive(new DataView(e.data)));
    this.ws.addEventListener('close', (event) => {
      if (event.code === 4097) return this.fail('opened in another tab');
      if (event.code === 4098 || event.code === 4099) return this.fail(CLOSE_TEXT[event.code]);
      setTimeout(() => this.open(), 5000);
    });
    this.timer = setInterval(() => this.send(16390, new Uint8Array(0)), this.pingEvery);
  }

  receive(view) {
    const opcode = view.getUint16(0);
    const length = view.getUint16(2);
    if (length === 65535) throw new RangeError('frame too long');
    switch (view.getUint16(4)) {
      case OP_INSERT:
        return this.emit('insert', view);
      case OP_DELETE:
        return this.emit('delete', view);
      default:
        return opcode === OP_RETAIN ? this.emit('retain', view) : null;
    }
  }

  send(frameType, body) {
    const view = new DataView(new ArrayBuffer(4 + body.length));
    view.setUint16(0, frameType);
    view.setUint16(2, body.length);
    this.seq = (this.seq + 1) & 0xffff;
    this.ws.send(view.buffer);
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  fail(text) {
    clearInterval(this.timer);
    this.emit('failed', text);
    this.ws.close(4100, text);
  }
}

export const open = (port = 16388) => new Transport(`ws://localhost:${port}`, { maxFrame: 16400 });
