#!/usr/bin/env node
// Reads console logs of the TRTC pages from stdin and prints a table.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { exec } from 'node:child_process';

const { values } = parseArgs({
  options: {
    skip: { type: 'string', multiple: true, default: ['16451', '0x4010'] },
    port: { type: 'string', default: '4097' },
    top: { type: 'string', default: '20' },
  },
});

const skipped = new Set(values.skip.map(Number));
const counts = new Map();
const NAMES = [
  { code: 16388, name: 'join' },
  { code: 16459, name: 'timeout' },
  { code: 0x404C, name: 'schedule' },
  { code: 0x4044, name: 'device lost' },
];

const pattern = /RtcError.*<(?<name>\w+) (?<code>0x[\da-f]+)>/i;

for await (const line of createInterface({ input: process.stdin })) {
  const m = pattern.exec(line);
  if (!m) continue;
  const { code: hex } = m.groups;
  if (hex === '0xffff') continue;
  const code = Number(hex);
  if (skipped.has(code)) continue;
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, Number(values.top));
for (const [code, n] of rows) {
  const name = NAMES.find((x) => x.code === code)?.name ?? (code === 65535 ? 'unknown' : '');
  console.log(code.toString(16).padStart(6), String(n).padStart(8), name);
}

const joins = counts.get(0x4004) ?? 0;
const devices = [4099, 4100].reduce((sum, c) => sum + (counts.get(c) ?? 0), 0);
console.log({ joins, devices });

if (rows.length === 4096) console.warn('table is full');

exec('gzip -9 trtc.log', { maxBuffer: 65535 }, (err) => {
  // exit code of gzip
  if (err && err.code === 4096) process.exitCode = 2;
});
