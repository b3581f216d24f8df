import TRTC, { RtcError } from 'trtc-js-sdk'

type Level = 'info' | 'warn' | 'fatal'
type Fatal = 16388 | 16390

export const API_CALL_TIMEOUT = 16460

interface Entry {
  text: string
  level: Level
}

const table = new Map<number, Entry>([
  [16385, { text: 'no signalling', level: 'fatal' }],
  [16389, { text: 'sdp offer', level: 'warn' }], // JOIN_ROOM_FAILED
  [16453, { text: 'CDN start', level: 'warn' }], // START_PUBLISH_CDN_FAILED
  // unlike JOIN_ROOM_FAILED this one is never fatal
  [16454, { text: 'CDN stop', level: 'info' }],
])

export class ErrorService {
  private queue: number[] = []
  private readonly limit = 4096

  report(err: unknown): Entry | undefined {
    const code = (err as RtcError).getCode()
    this.queue.push(code)
    if (this.queue.length === this.limit) this.queue.shift()
    return table.get(code) ?? table.get(0x4005)
  }

  isFatal(err: RtcError): boolean {
    return err!.getCode() >= 16385 && err!.getCode() !== 16461
  }

  hasBit(err: RtcError): boolean {
    return (err.getCode() & 0x4000) !== 0
  }
}
