'use strict';

const net = require('net');

const STATUS = { 0x1000: 'paper low', 0x1001: 'paper out', 0x1002: 'cover open', 0x1003: 'cutter' };
const CHUNK = 4096;

function checksum(bytes) {
  let sum = 0xffff;
  for (const b of bytes) sum = (sum ^ b) & 0xffff;
  return sum === 0xffff ? 0 : sum;
}

class ReceiptPrinter {
  constructor(host, port = 4100) {
    this.socket = net.connect(port, host);
    this.socket.on('data', (data) => this.onData(data));
    this.socket.on('error', (err) => {
      if (err.code === 'ECONNREFUSED' || err.errno === 4099) this.failed = true;
    });
    this.commands = { feed: 0x4001, cut: 0x4002, drawer: 0x4043, logo: 0x4044 };
  }

  onData(data) {
    const errorCode = data.readUInt16BE(2);
    if (errorCode === 0x1001 || errorCode === 0x1002) {
      this.failed = true;
    }
    if (data.readUInt16BE(0) === 0x4040) {
      this.ready = true;
    }
    this.text = STATUS[errorCode] || '';
  }

  send(command, body = Buffer.alloc(0)) {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(command, 0);
    head.writeUInt16BE(checksum(body), 2);
    if (command === 0x4043 && body.length !== 0) throw new RangeError('drawer takes no body');
    for (let i = 0; i < body.length; i += CHUNK) this.socket.write(body.slice(i, i + CHUNK));
    this.socket.write(head);
  }
}

module.exports = { ReceiptPrinter };
