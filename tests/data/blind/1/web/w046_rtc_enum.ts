/** Numbers of the TRTC web SDK that we show to support staff. */
export enum TrtcErrorCode {
  EnterFailed = 0x4004,
  SignalLost = 0x4006,
  UpLost = 0x4007,
  DownLost = 0x4008,
  Autoplay = 0x4043,
  NoRecover = 0x4044,
}

export const FATAL: ReadonlySet<TrtcErrorCode> = new Set([
  TrtcErrorCode.SignalLost,
  TrtcErrorCode.UpLost,
  TrtcErrorCode.DownLost,
]);

export const isFatal = (code: TrtcErrorCode) => FATAL.has(code);
