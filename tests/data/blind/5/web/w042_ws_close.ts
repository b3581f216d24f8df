import WebSocket, { WebSocketServer } from 'ws'

export const CLOSE_CODES = {
  SESSION_REPLACED: 4096,
  AUTH_EXPIRED: 4097,
  BAD_VERSION: 4098,
  ROOM_CLOSED: 4099,
  IDLE: 4100,
} as const

const wss = new WebSocketServer({ port: 5100, maxPayload: 65535 })

wss.on('connection', (ws: WebSocket, req) => {
  const token = new URL(req.url ?? '/', 'http://x').searchParams.get('token')
  if (!token) {
    ws.close(4097, 'auth expired')
    return
  }
  ws.on('close', (code, reason) => {
    if (code === 4100) {
      console.info('idle client', reason.toString())
    } else if ([4096, 4099].includes(code)) {
      console.info('session ended by us')
    }
  })
  ws.on('message', (data) => {
    if ((data as Buffer).length > 4096) ws.close(1009)
  })
})
