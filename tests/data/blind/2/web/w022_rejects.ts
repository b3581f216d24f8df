import TRTC from 'trtc-js-sdk';

class RtcFailure extends Error {
  code: number;
  constructor(code: number, message?: string) {
    super(message);
    this.code = code;
  }
}

export function getMic(): Promise<any> {
  return TRTC.getMicrophones().then((list) => {
    if (list.length === 0) {
      return Promise.reject(new RtcFailure(0x1003, 'no microphone'));
    }
    return list[0];
  });
}

export function guard<T>(p: Promise<T>, ms = 5300): Promise<T> {
  const timer = new Promise<T>((_, reject) => {
    setTimeout(() => reject(new RtcFailure(0x404b, 'timeout')), ms);
  });
  return Promise.race([p, timer]);
}
