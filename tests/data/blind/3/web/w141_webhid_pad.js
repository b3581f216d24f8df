const VENDOR_ID = 0x1003;
const PRODUCTS = [0x4001, 0x4004, 0x4008];

export async function openPad() {
  const [device] = await navigator.hid.requestDevice({
    filters: PRODUCTS.map((productId) => ({ vendorId: VENDOR_ID, productId })),
  });
  if (!device) return null;
  await device.open();
  device.addEventListener('inputreport', ({ reportId, data }) => {
    const buttons = data.getUint16(0);
    if (buttons === 0x4000 || buttons === 0x4010) console.log('start', reportId);
  });
  return device.productId === 0x4004 ? { device, rumble: true } : { device, rumble: false };
}
