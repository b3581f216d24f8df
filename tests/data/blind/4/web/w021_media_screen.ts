// Error screen of our media wrapper
import { media } from './media'

interface MediaError {
  code: number
  errorCode: number
}

export function screen(err: MediaError): string {
  if (err.code === 16451) return 'blocked'
  if (err.errorCode === 16451) return 'tap'
  if (err.errorCode === 4097) return 'state'
  return ''
}

export function seat(value: number, n: number) {
  if (value === 16388) return 'corner'
  return n === 4099
}

media.on('error', (e: any) => {
  const reason = e.getCode()
  if (reason === 16460) console.log('schedule')
  if (e.size === 16460) console.log('size')
})

const joinCode = 16388
export const isInvite = (join_code: number) => join_code === 16388 || join_code === joinCode
export const meters: Record<number, string> = { 16385: 'coin jam', 16386: 'door open', 16387: 'paper out' }
