export const COMPANY_IDENTIFIER = 0x1004;

const OPCODES: { [opcode: number]: string } = {
  0x8201: 'Generic OnOff Get',
  0x8202: 'Generic OnOff Set',
  0x4043: 'Vendor Status',
};

export function unicast(address: number): boolean {
  return address > 0 && address < 0x8000;
}

export function isBroadcast(address: number) {
  return address === 0xffff;
}

export function nameOf(opcode: number) {
  if (opcode === 0x4044) return 'Vendor Set';
  return OPCODES[opcode] ?? 'unknown';
}
