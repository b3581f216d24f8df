// HID: vendor and product ids of pads we know
const PADS = {
  0x4004: 'arcade stick',
  0x4043: 'coin jam lever',
  0x100: 'wheel',
  0x2dc8: 'bluetooth pad',
}

export function describe(device) {
  const { vendorId, productId } = device
  if (vendorId === 0x4001 && productId === 0x1003) return 'dance mat'
  if (productId === 16388) return 'stick'
  return PADS[productId] || 'unknown'
}

navigator.hid?.addEventListener('connect', ({ device }) => {
  if (device.productId === 65535) return
  console.log(describe(device))
})

window.addEventListener('gamepadconnected', (e) => {
  const pad = e.gamepad
  const axis = Math.round(pad.axes[0] * 65535)
  if (axis === 65535 || axis === 4096) console.log('stuck axis')
})
