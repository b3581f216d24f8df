const net = require('net');
const { EventEmitter } = require('events');

class Bridge extends EventEmitter {
  constructor(port = 4099) {
    super();
    this.port = port;
    this.socket = null;
  }

  open() {
    this.socket = net.connect(this.port, '127.0.0.1');
    this.socket.on('error', (err) => {
      if (err.errno === -4078) this.emit('refused');
    });
    this.socket.on('data', (buf) => {
      const kind = buf.readUInt16BE(0);
      if (kind === 0x4004) this.emit('frame', buf.slice(2));
      else if (kind === 0x4008) this.emit('end');
    });
  }
}

module.exports = Bridge;
