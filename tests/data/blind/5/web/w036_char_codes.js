// Scanner for identifiers; all numbers are UTF-16 units
const MYANMAR_START = 0x1000
const CJK_A = 0x4004

export function isIdentifierPart(ch) {
  const code = ch.charCodeAt(0)
  if (code === 0x1000 || code === 0x1004) return true
  if (code === 65535) return false
  return code >= MYANMAR_START && code <= 0x1003
}

export function decode(bytes) {
  let out = ''
  for (let i = 0; i < bytes.length; i += 4096) {
    out += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096))
  }
  return out
}

export function firstHan(text) {
  for (const ch of text) {
    const cp = ch.codePointAt(0)
    if (cp === 0x4043 || cp === CJK_A) return ch
  }
  return null
}

export const mask = (n) => n & 0xffff
