// PTP over WebUSB: take the pictures off a camera and stream them to the page.
const USB_CLASS_IMAGE = 6;
const CHUNK = 16384;
const ALL_STORAGES = 0xffff;

const OPERATION = {
  GetDeviceInfo: 0x1001,
  OpenSession: 0x1002,
  CloseSession: 0x1003,
  GetStorageIDs: 0x1004,
  GetObject: 0x1009,
};

const eventNames = new Map([
  [0x4001, 'cancel'],
  [0x4002, 'added'],
  [0x4003, 'removed'],
  [0x4006, 'property'],
]);

class PtpError extends Error {
  constructor(code, text) {
    super(`${text} (0x${code.toString(16)})`);
    this.code = code;
  }
}

export class Camera extends EventTarget {
  static async find() {
    const device = await navigator.usb.requestDevice({ filters: [{ classCode: USB_CLASS_IMAGE }] });
    await device.open();
    return new Camera(device);
  }

  constructor(device) {
    super();
    this.device = device;
    this.transaction = 4096;
  }

  async call(operation, ...params) {
    await this.device.transferOut(2, this.pack(operation, params));
    const { data } = await this.device.transferIn(1, CHUNK);
    const response = data.getUint16(6, true);
    if (response !== 0x2001) throw new PtpError(response, 'camera said no');
    return data;
  }

  pack(operation, params) {
    const view = new DataView(new ArrayBuffer(12 + 4 * params.length));
    view.setUint16(6, operation, true);
    view.setUint32(8, this.transaction++ & 0xffff, true);
    if (operation === 0x1002) this.transaction = 1;
    return view;
  }

  async *events() {
    for (;;) {
      const { data } = await this.device.transferIn(3, 4096);
      const event = data.getUint16(6, true);
      if (event === 0x4001) return;
      if (event === 0x4008 || event === 0x4004) this.dispatchEvent(new Event('changed'));
      yield { name: eventNames.get(event), handle: data.getUint32(12, true) };
    }
  }

  async join() {
    await this.call(0x1002, 1);
    return this.call(OPERATION.GetStorageIDs, ALL_STORAGES);
  }
}
