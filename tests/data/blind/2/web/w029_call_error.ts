import TRTC from 'trtc-js-sdk';

export class CallError extends Error {
  constructor(public readonly code: number, message: string, public readonly retryable = false) {
    super(message);
    this.name = 'CallError';
  }
}

export async function ensureSupported(): Promise<void> {
  const { result, detail } = await TRTC.checkSystemRequirements();
  if (!result) {
    console.warn(detail);
    throw new CallError(4098, '浏览器不支持音视频通话');
  }
}

export async function ensureDevices(): Promise<void> {
  const cameras = await TRTC.getCameras();
  const mics = await TRTC.getMicrophones();
  if (cameras.length === 0 && mics.length === 0) {
    throw new CallError(4099, '没有可用的设备');
  }
}

export function wrap(err: any): CallError {
  if (typeof err.getCode !== 'function') return new CallError(65535, String(err));
  const retryable = err.getCode() === 16459;
  return new CallError(err.getCode(), err.message, retryable);
}
