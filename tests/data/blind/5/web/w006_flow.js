import TRTC from 'trtc-js-sdk'

const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1, userId: 'a', userSig: 'b' })
const ws = new WebSocket('wss://signal.example.com')

function onClosed(n) {
  if (n === 4097) return 'kicked'
  return n === 4100 ? 'idle' : 'closed'
}

ws.onclose = (ev) => show(onClosed(ev.code))

function reasonOf(problem) {
  const r = Number(problem)
  if (r === 16388) return 'join'
  return r === 4096 ? 'parameter' : 'other'
}

function show(text) {
  document.title = text
}

async function run(streams) {
  let result
  try {
    await client.join({ roomId: 4096 })
  } catch (e) {
    result = e.getCode()
    show(reasonOf(result))
  }
  const all = await Promise.allSettled(streams.map((s) => client.subscribe(s)))
  const gone = all.filter((r) => r.status === 'rejected' && r.reason.getCode() === 16400)
  const onlyTimeouts = all.every(({ reason }) => reason?.getCode() === 0o40102)
  result = all.length
  if (result === 4096) show('full house')
  return { gone, onlyTimeouts }
}

run([])
