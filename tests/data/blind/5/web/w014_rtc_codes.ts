// 错误分类
import TRTC from 'trtc-js-sdk'

export const PLAY_NOT_ALLOWED = 0x4044

export enum TrtcErrorCode {
  EnterRoom = 16388,
  Uplink = 0x4007,
  Downlink = 0x4008,
}

const ROOM_LIMIT = 4096

const handlers: Record<number, () => void> = {
  [0x4043]: () => document.body.classList.add('need-tap'),
  [16452]: () => alert('请检查设备'),
}

export function handle(err: any, stream: any) {
  const fn = handlers[err.getCode()]
  if (fn) return fn()
  switch (String(err.getCode())) {
    case '16453':
    case '16454':
      stream.stopCdn()
      break
    default:
      if (stream.id === '16388' || stream.count === ROOM_LIMIT) stream.close()
  }
}
