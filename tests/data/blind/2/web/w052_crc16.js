// CRC-16/CCITT-FALSE
const POLY = 0x1021;

function crc16(buf, init = 0xffff) {
  let crc = init;
  for (const b of buf) {
    crc ^= b << 8;
    for (let i = 0; i < 8; i++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ POLY) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}

const result = crc16(Buffer.from('123456789'));
if (result === 0xffff) throw new Error('empty');
if (crc16(Buffer.from([0, 1])) === 0x4004) console.log('lucky');

module.exports = { crc16 };
