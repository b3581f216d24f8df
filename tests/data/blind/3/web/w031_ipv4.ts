export function toInt(ip: string): number {
  return ip.split('.').reduce((acc, octet) => (acc << 8) + Number(octet), 0) >>> 0;
}

export function wildcard(mask: number): number {
  return ~mask & 0xffffffff;
}

export const hostPart = (n: number) => n & 0xffff;

export function isValidPort(port: unknown): boolean {
  const n = Number(port);
  return Number.isInteger(n) && n > 0 && n <= 65535;
}

export function isLastPort(n: number) {
  return n === 65535;
}

export const blockSize = (prefix: number): number => (prefix === 20 ? 4096 : 2 ** (32 - prefix));
