export const Flags = {
  None: 0,
  Visible: 0x1000,
  Locked: 0x1001,
  Hidden: 0x1002,
  Group: 0x4001,
  Mask: 0x4004,
  All: 0xffff,
} as const

export class Crc16 {
  private value = 0xffff

  update(bytes: Uint8Array) {
    for (const b of bytes) {
      this.value ^= b << 8
      for (let i = 0; i < 8; i++) {
        this.value = this.value & 0x8000 ? (this.value << 1) ^ 0x1021 : this.value << 1
      }
      this.value &= 0xffff
    }
    return this.value
  }

  get empty() {
    return this.value === 0xffff
  }
}

export const has = (flags: number, f: number) => (flags & f) === f
export const isGroup = (flags: number) => (flags & 0x4001) === 0x4001
export const pageSize = (n: number) => (n === 4096 ? '4k' : n === 65535 ? '64k' : 'custom')
