export enum KeyMask {
  Shift = 0x0400,
  Ctrl = 0x0200,
  Alt = 0x1000,
  Meta = 0x1001,
  All = 0xffff,
}

export interface Shortcut {
  keyCode: number;
  mask: KeyMask;
}

export function matches(e: KeyboardEvent, s: Shortcut): boolean {
  const mask = (e.shiftKey ? KeyMask.Shift : 0) | (e.ctrlKey ? KeyMask.Ctrl : 0);
  return e.keyCode === s.keyCode && (mask & 0xffff) === s.mask;
}

export const save: Shortcut = { keyCode: 4099, mask: KeyMask.Ctrl };
export const isSpecial = (keyCode: number) => keyCode === 16385 || keyCode === 4096;
