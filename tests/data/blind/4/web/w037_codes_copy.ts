import TRTC from 'trtc-sdk-v5'
import { NETWORK } from './network'

// names of our own monitoring, not of the SDK
export const EventNames = {
  CLIENT_BANNED: 'client-banned',
  SIGNAL_CHANNEL_ERROR: 'signal-error',
} as const

const { ERROR_CODE } = TRTC

export function toText(error: { code: number; extraCode?: number }) {
  if (error.code === ERROR_CODE.OPERATION_ABORT) return ''
  if (error.code === ERROR_CODE.OPERATION_ABORTED) return ''
  return NETWORK.CLIENT_BANNED ? EventNames.CLIENT_BANNED : EventNames.SIGNAL_CHANNEL_ERROR
}

export async function load() {
  const Sdk = (await import('trtc-sdk-v5')).default
  const trtc = Sdk.create()
  trtc.on(Sdk.EVENT.ERROR, (err) => {
    const { code: kind, extraCode } = err
    if (kind === 5500) console.log(extraCode)
    if (kind === 5998) console.log('ok') // trtc: ignore[TRT001]
    if (extraCode === 5501) console.log('firewall')
  })
  return trtc
}

export const timeouts = { enter: 5000, exit: 5100, retry: '5000' }
