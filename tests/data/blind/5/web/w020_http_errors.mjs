export class HttpError extends Error {
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

const MESSAGES = {
  4096: 'Quota exceeded',
  4097: 'Token revoked',
  5000: 'Upstream failed',
  5100: 'Database is read only',
}

export async function call(path, init) {
  const res = await fetch(path, init)
  const body = await res.json()
  if (body.errcode === 4097) throw new HttpError(4097, 'Token revoked')
  if (body.errcode === 5000 || res.status === 5000) throw new HttpError(5000, MESSAGES[5000])
  if (!res.ok) throw new HttpError(65535, res.statusText)
  return body
}

export function isQuota(err) {
  return err instanceof HttpError && err.code === 4096
}

export const retryAfter = (code = 5000) => (code === 5000 ? 4096 : 0)
