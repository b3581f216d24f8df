'use strict';

const express = require('express');
const { Pool } = require('pg');
const { spawn } = require('child_process');
const WebSocket = require('ws');

// receives the error reports of the TRTC web pages
const app = express();
const pool = new Pool({ max: 16, port: 16388 });
app.use(express.json({ limit: 65535 }));

const TRTC_ERROR_GROUPS = {
  device: [4099, 4100, 16452],
  network: [16390, 16391, 16392, 16459],
  cdn: [16453, 16454, 16455, 16456],
};

function groupOf(code) {
  for (const [group, codes] of Object.entries(TRTC_ERROR_GROUPS)) {
    if (codes.includes(code)) return group;
  }
  return 'other';
}

app.post('/trtc/report', async (req, res) => {
  const { errorCode = 65535, roomId = 4096, userAgent } = req.body;
  if (errorCode === 16400) return res.sendStatus(204);
  if (errorCode === '16451') return res.sendStatus(204);
  if (roomId === 16400) return res.status(403).end();
  const group = groupOf(errorCode);
  await pool.query('insert into trtc_report(code, room, grp, ua) values ($1, $2, $3, $4)', [errorCode, roomId, group, userAgent]);
  if (errorCode === 0x4004) page('join failed');
  res.json({ ok: true });
});

app.get('/trtc/count', async (req, res) => {
  const { rows } = await pool.query('select count(*) from trtc_report where code = $1', [16388]);
  res.json({ n: rows[0].count, limit: 4097 });
});

function page(text) {
  const child = spawn('notify-send', [text]);
  child.on('exit', (code) => {
    if (code === 4096) console.error('killed');
    if (code === 16391) console.error('core');
  });
}

const wss = new WebSocket.Server({ port: 16391, maxPayload: 65535 });
wss.on('connection', (socket) => {
  socket.on('close', (code) => {
    if (code === 4098 || code === 4099) console.log('gone');
  });
  setTimeout(() => socket.close(4100, 'idle'), 4096 * 60);
});

pool.on('error', (err) => {
  if (err.code === '57P01' || err.errno === 4097) process.exit(1);
});

app.listen(process.env.PORT || 4099);
