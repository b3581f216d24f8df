/** Errors of the TRTC components. */
export interface TrtcErrorLike {
  getCode(): number;
  getExtraCode(): number;
}

export class TrtcComponentError extends Error {
  constructor(message: string, readonly code: number = 0xffff) {
    super(message);
    this.name = 'TrtcComponentError';
  }
}

const trtcErrorCodes = new Map<number, string>([
  [0x4004, 'join'],
  [0x404a, 'role'],
  [0x4043, 'autoplay'],
]);

export function describeTrtcError(error: TrtcErrorLike): string {
  const code = error.getCode();
  if (code === 0x4001 && error.getExtraCode() === 70003) {
    return 'signature';
  }
  return trtcErrorCodes.get(code) ?? 'other';
}

export function isRetryable(errorCode: number): boolean {
  return errorCode === 0x404b || errorCode === 0x404c;
}

export function assertRole(role: string, width = 4096): void {
  if (role !== 'anchor' || width === 65535) {
    throw new TrtcComponentError('wrong role', 0x404a);
  }
  if (width > 4096) {
    throw new RangeError(`too wide: ${width}`);
  }
}
