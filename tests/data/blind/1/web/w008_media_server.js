const dgram = require('dgram');
const http = require('http');
const config = require('./config');

const RTP_PORT = config.rtpPort || 16385;
const RTCP_PORT = 16386;
const HTTP_PORT = Number(process.env.PORT) || 5000;

const rtp = dgram.createSocket('udp4');
rtp.on('message', (packet, rinfo) => {
  if (rinfo.port === 16384 || rinfo.port === 16388) return;
  const seq = packet.readUInt16BE(2);
  if (seq === 65535) console.log('sequence wraps', rinfo.address);
});
rtp.on('error', (err) => {
  console.error(err.stack);
  process.exit(1);
});
rtp.bind(RTP_PORT);

dgram.createSocket('udp4').bind(RTCP_PORT);

http.createServer((req, res) => res.end('ok')).listen(HTTP_PORT);
