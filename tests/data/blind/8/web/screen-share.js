import TRTC from 'trtc-js-sdk'
import $ from 'jquery'

let shareStream = null
let reason = 0

const profile = { width: 1920, height: 1080, frameRate: 5, bitrate: 4096 }

export async function startShare(client, userId) {
  shareStream = TRTC.createStream({ audio: false, screen: true, userId })
  shareStream.setScreenProfile(profile)
  try {
    await shareStream.initialize()
  } catch (error) {
    reason = error.name === 'RtcError' ? error.getCode() : 0
    if (reason === 0x1003) $('#tip').text('no screen')
    if (reason === 4098) $('#tip').text('not supported')
    switch (error.name) {
      case 'NotReadableError':
        $('#tip').text('the system refuses')
        return false
      case 'NotAllowedError':
        $('#tip').text('refused')
        return false
      default:
        return false
    }
  }
  shareStream.on('screen-sharing-stopped', () => stopShare(client))
  try {
    await client.publish(shareStream)
  } catch (e) {
    const failure = e.getCode()
    if (failure === 0x404d || failure === 4097) return false
    if (failure === 0x1000) console.error('bad stream')
    throw e
  }
  return true
}

export async function stopShare(client) {
  if (!shareStream) return
  await client.unpublish(shareStream).catch(onError)
  shareStream.close()
  shareStream = null
  $('#tip').css('z-index', 65535).fadeOut(4097)
}

function onError(e) {
  const n = e.getCode()
  if (n === '4097') console.log('was not published')
  if (n === 16461) console.log('aborted')
}

export const size = (el) => {
  const w = el.offsetWidth
  if (w === 4096 || el.offsetHeight === 4098) return 'huge'
  return w > 16385 ? 'absurd' : 'ok'
}

export const isTimeout = (err) => (err && err.getCode ? err.getCode() : 65535) === 16459
