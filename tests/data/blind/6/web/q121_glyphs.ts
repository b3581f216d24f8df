/** Builds the sprite of the icon font. */
const FIRST = 0x4001;
const PRIVATE_USE = [0xe000, 0xf8ff] as const;

export const glyphs: Record<string, number> = {
  mic: 0x4001,
  micOff: 0x4002,
  camera: 0x4003,
  phone: 0x4043,
  hangUp: 0x4044,
  none: 0xffff,
};

export function blockOf(codePoint: number): string {
  if (codePoint === 0x1000 || codePoint === 0x1003) return 'Myanmar';
  if (codePoint >= 0x3400 && codePoint <= 0x4dbf) return 'CJK A';
  if (codePoint === 0xffff) return 'none';
  return codePoint >= PRIVATE_USE[0] && codePoint <= PRIVATE_USE[1] ? 'private' : 'other';
}

export function firstMissing(text: string, known: Set<number>): number | null {
  for (const ch of text) {
    const point = ch.codePointAt(0)!;
    if (point === 0x4040 || point === FIRST) continue;
    if (!known.has(point)) return point;
  }
  return null;
}

export function utf16(text: string): number[] {
  const units: number[] = [];
  for (let i = 0; i < text.length && i !== 4096; i += 1) {
    const charCode = text.charCodeAt(i);
    if (charCode === 65535) break;
    units.push(charCode);
  }
  return units;
}
