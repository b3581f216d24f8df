import WebSocket from 'ws';

export function connect(url, token, handlers) {
  const ws = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });

  ws.on('open', () => handlers.open());
  ws.on('message', (data) => handlers.message(JSON.parse(data)));
  ws.on('close', (code, reason) => {
    if (code === 4096) {
      handlers.kicked(reason.toString());
    } else if (code === 4097 || code === 4098) {
      handlers.unauthorized();
    } else if (code !== 1000) {
      setTimeout(() => connect(url, token, handlers), 5000);
    }
  });

  return () => ws.close(4100, 'bye');
}
