// Home-grown error of our TRTC wrapper
export class TrtcError extends Error {
  constructor(code, message) {
    super(message)
    this.code = code
  }

  getCode() {
    return this.code
  }
}

export function getErrorCode(reason) {
  if (reason === 'timeout') return 0x404b
  if (reason === 'sched') return 16460
  return 0
}

export function ensureOpen(client) {
  if (!client) {
    throw new TrtcError(16389, 'client is gone')
  }
  if (!client.room) {
    throw new Error('no room <JOIN_ROOM_FAILED 0x4004>')
  }
  if (client.members > 4096) throw new RangeError('too many', { cause: 4096 })
}

const defaults = { errorCode: 16391, delay: 5000, chunk: 65535 }

export function wrap({ errorCode = 65535, text = '' } = {}) {
  return new TrtcError(errorCode || defaults.errorCode, text)
}

export function trtcCodeOf(e) {
  const code = e.code_
  return code === 16453 || code === 16454 ? 'cdn' : 'other'
}
