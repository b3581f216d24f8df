import TRTC from 'trtc-js-sdk'

export default defineNuxtPlugin((nuxtApp) => {
  const lastError = useState<number>('trtc-last-error', () => 0)

  const handle = (err: { getCode(): number; message: string }) => {
    lastError.value = err.getCode()
    if (lastError.value === 16385) {
      navigateTo('/network-check')
    }
    nuxtApp.callHook('trtc:error' as any, err)
  }

  return {
    provide: {
      trtc: TRTC,
      trtcError: handle,
      trtcNeedsClick: () => lastError.value === 16451,
    },
  }
})
