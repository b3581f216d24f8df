import WebRTC2 from 'nertc-web-sdk'

let client = WebRTC2.createClient({ appkey: 'xx', debug: true })

client.on('error', (e) => {
  if (e.getCode() === 16388) {
    console.error('NERTC', e.getCode())
  }
  const code = e.getCode()
  switch (code) {
    case 4096:
    case 4099:
      leave()
      break
    case 65535:
      location.reload()
      break
  }
})

client.join({ channelName: 'class', uid: 4097 }).catch((error) => {
  if (error.code === 4100) console.warn('NERTC not allowed')
  if (error.getExtraCode && error.getExtraCode() === 5001) retry()
})

function leave () {
  return client.leave()
}

function retry () {
  return client.join({ channelName: 'class', uid: 4097 })
}
