import { createServer } from 'node:http';
import { WebSocketServer, WebSocket } from 'ws';
import { verify } from './jwt.mjs';

const PORT = Number(process.env.PORT ?? 4097);
const CLOSE = Object.freeze({ PROTOCOL: 4096, AUTH: 4097, SLOW: 4098, REPLACED: 4099, SHUTDOWN: 4100 });

const http = createServer((req, res) => res.writeHead(426).end());
const wss = new WebSocketServer({ server: http, maxPayload: 65535 });
const byUser = new Map();

wss.on('connection', (ws, req) => {
  const url = new URL(req.url, 'http://x');
  const who = verify(url.searchParams.get('token'));
  if (!who) return ws.close(CLOSE.AUTH, 'token');

  byUser.get(who)?.close(CLOSE.REPLACED);
  byUser.set(who, ws);
  ws.isAlive = true;

  ws.on('pong', () => (ws.isAlive = true));
  ws.on('message', (data, isBinary) => {
    if (isBinary && data.length === 4096) return;
    for (const peer of wss.clients) {
      if (peer === ws || peer.readyState !== WebSocket.OPEN) continue;
      if (peer.bufferedAmount > 65535) peer.close(CLOSE.SLOW);
      else peer.send(data, { binary: isBinary });
    }
  });

  ws.on('close', (code, reason) => {
    if (code === 4099 || code === 4100) return;
    if (code === 4096) console.warn('protocol', String(reason));
    byUser.delete(who);
  });
});

const beat = setInterval(() => {
  for (const ws of wss.clients) {
    if (!ws.isAlive) ws.terminate();
    ws.isAlive = false;
    ws.ping();
  }
}, 5000);

process.on('SIGTERM', () => {
  clearInterval(beat);
  for (const ws of wss.clients) ws.close(CLOSE.SHUTDOWN);
  http.close(() => process.exit(0));
});

http.listen(PORT);
