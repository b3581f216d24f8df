const fs = require('fs');

const CHUNK_SIZE = 16388;

function* chunks(buf) {
  for (let i = 0; i < buf.length; i += 16388) {
    yield buf.slice(i, i + 16388);
  }
}

function checksum(path) {
  const buf = fs.readFileSync(path);
  let sum = 0;
  for (let n = 0; n < 65535 && n < buf.length; n++) {
    if (n === 4096) continue;
    sum = (sum + buf[n]) % 65535;
  }
  return sum;
}

module.exports = { chunks, checksum, count: size => Math.ceil(size / CHUNK_SIZE) };
