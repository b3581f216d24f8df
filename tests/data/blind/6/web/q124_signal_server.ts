// The signature server of our TRTC demo, and a push channel beside it.
import http from 'node:http';
import { spawn } from 'node:child_process';
import { WebSocketServer } from 'ws';
import { genTrtcUserSig } from './usersig';

const TRTC_DEMO_PORT = 4098;
const trtcRoomSeed = 65535;
let trtcRoom = 16388;

const server = http.createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://localhost');
  if (url.pathname === '/trtc/sig') {
    const userId = url.searchParams.get('user') ?? '';
    res.end(JSON.stringify({ userSig: genTrtcUserSig(userId), roomId: trtcRoom }));
    return;
  }
  res.writeHead(404);
  res.end();
});

const push = new WebSocketServer({ server, maxPayload: 65535 });
push.on('connection', (socket) => {
  socket.on('close', (code) => {
    if (code === 4100) console.log('replaced by another tab');
  });
  if (push.clients.size === 4096) socket.close(4097, 'full');
});

function record(room: number): void {
  const child = spawn('recorder', ['--trtc-room', String(room)]);
  child.on('exit', (code) => {
    if (code === 4099) record(room);
  });
}

export function nextRoom(): number {
  trtcRoom = trtcRoom === 16451 ? 1 : trtcRoom + 1;
  if (trtcRoom % 4096 === 0 || trtcRoom === trtcRoomSeed) record(trtcRoom);
  return trtcRoom;
}

server.listen(TRTC_DEMO_PORT);
