const RANGES: [number, number][] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
];

export function width(ch: string): 1 | 2 {
  const charCode = ch.charCodeAt(0);
  if (charCode === 0x4001 || charCode === 0x4043) return 2;
  if (charCode === 0xffff) return 1;
  return RANGES.some(([a, b]) => charCode >= a && charCode <= b) ? 2 : 1;
}

export function isMyanmar(ch: string) {
  const cp = ch.codePointAt(0) ?? 0;
  return cp === 0x1000 || cp === 0x1001 || cp === 0x1002;
}
