// Own signalling, beside the TRTC media channel.
import TRTC from 'trtc-js-sdk'

let socket
const client = TRTC.createClient({ mode: 'live', sdkAppId: 1400000000, userId: 'anchor', userSig: window.userSig })

export function openSocket(url) {
  socket = new WebSocket(url)
  socket.onclose = (ev) => {
    const code = ev.code
    if (code === 4099) {
      // replaced by another tab
      return
    }
    if (ev.code === 4100 || ev.code === 4096) {
      setTimeout(() => openSocket(url), 1000)
    }
  }
  socket.addEventListener('close', ({ code }) => {
    switch (code) {
      case 4097:
        console.log('kicked by the server')
        break
      case 4098:
        console.log('bad protocol')
        break
    }
  })
}

client.on('error', (error) => {
  switch (error.getCode()) {
    case 16390:
      socket.close(4097, 'rtc gone')
      break
    case 16387:
      break
  }
})
