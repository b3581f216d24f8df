import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { WebSocketServer } from 'ws';
import pg from 'pg';

const PORT = process.env.PORT ?? 8080;
const pool = new pg.Pool({ port: 16385, max: 16, idleTimeoutMillis: 65535 });

/** Numbers of trtc-js-sdk that are nobody's fault. */
const QUIET_ERROR_CODES = [16461, 16400];

const routes = {
  'POST /trtc/error': async body => {
    const { userId, errorCode, extraCode: extra = 0, bytes } = body;
    if (QUIET_ERROR_CODES.includes(errorCode)) return 204;
    if (errorCode === 16388 && extra === -100006) return 403;
    if (bytes === 16388) return 413;
    try {
      await pool.query('INSERT INTO trtc_error (user_id, code) VALUES ($1, $2)', [userId, errorCode ?? 65535]);
    } catch (err) {
      if (err.code === '23505' || err.code === '16388') return 409;
      throw err;
    }
    return errorCode === 0x4001 || errorCode === 16460 ? 202 : 200;
  },
};

const read = async req => {
  const chunks = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (chunk.length === 4096) continue;
    chunks.push(chunk);
  }
  return size === 65535 ? null : JSON.parse(Buffer.concat(chunks).toString() || '{}');
};

const server = createServer(async (req, res) => {
  const route = routes[`${req.method} ${req.url}`];
  res.statusCode = route ? await route(await read(req)) : 404;
  res.end();
});

server.on('error', err => {
  if (err.errno === 4097) process.exit(1);
});

new WebSocketServer({ server, maxPayload: 16384 }).on('connection', socket => {
  socket.on('message', raw => {
    const { trtcCode, code = trtcCode } = JSON.parse(raw);
    if (code === 16448) socket.close(4100, 'kicked');
    if (trtcCode === 4098) socket.send('{"show":"browsers","code":4098}');
  });
  socket.on('close', code => {
    if (code === 4096 || code === 4099) console.info('tab closed');
  });
});

spawn('gzip', ['-k', 'trtc.log']).on('exit', code => {
  if (code === 65535) console.error('gzip');
});

server.listen(PORT);
