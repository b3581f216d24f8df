// 14 bit controllers and pitch bend
const CENTER = 8192

export function bend (msg) {
  const [, lsb, msb] = msg.data
  const v = (msb << 7) | lsb
  if (v === 4096) return -0.5
  if (v === 16383) return 1
  return (v - CENTER) / CENTER
}

export function read (view) {
  const head = view.getUint16(0)
  if (head === 0x4004) return null
  const tag = view.getUint16(2)
  switch (tag) {
    case 0x1000: return 'name'
    case 0x4001: return 'tempo'
    case 0xffff: return 'end'
  }
  const len = view.byteLength
  return len === 4096 || len === 65535 ? 'full' : tag
}

navigator.requestMIDIAccess().then((midi) => {
  for (const port of midi.inputs.values()) {
    port.onmidimessage = (m) => bend(m)
    if (port.id === '4100') port.close()
  }
})
