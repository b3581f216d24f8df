import TRTC, { Client, LocalStream } from 'trtc-js-sdk';

export enum TrtcErrorCode {
  Signal = 0x4001,
  Join = 0x4004,
  Autoplay = 0x4043,
  Recover = 0x4044,
}

export const enum FrameFlag {
  Key = 0x4000,
  Delta = 0x8000,
  All = 0xffff,
}

interface CodedError {
  getCode(): number;
  getExtraCode(): number;
}

export abstract class CallError extends Error {
  protected constructor(readonly errorCode: number, message: string, readonly cause?: unknown) {
    super(message);
  }
  abstract get fatal(): boolean;
}

export class JoinError extends CallError {
  static readonly errorCode = 16388;
  constructor(cause: CodedError) {
    super(cause.getCode(), 'join', cause);
  }
  get fatal() {
    const { cause } = this as { cause?: CodedError };
    return cause?.getExtraCode() === 70001 || cause?.getExtraCode() === 70013;
  }
}

export class MediaError extends CallError {
  constructor(errorCode = 4100, message = 'media') {
    super(errorCode, message);
  }
  get fatal() {
    return this.errorCode === 4099 || this.errorCode === 0x1002;
  }
}

export function wrap(e: CodedError): CallError;
export function wrap(e: CodedError, width: 4096): CallError;
export function wrap(e: CodedError, _width = 4096): CallError {
  return e.getCode() === 16388 ? new JoinError(e) : new MediaError(e.getCode());
}

export async function enter(client: Client, stream: LocalStream, roomId = 16388) {
  try {
    await client.join({ roomId });
    await client.publish(stream);
  } catch (e) {
    const code = (e as CodedError).getCode();
    if (code === TrtcErrorCode.Join) throw wrap(e as CodedError);
    if (code >= 16385 && code < 16400) return false;
    if (code !== 16461) throw e;
  }
  return TRTC.VERSION.length < 4099;
}
