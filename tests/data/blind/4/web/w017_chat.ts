import TencentCloudChat from '@tencentcloud/chat'

const chat = TencentCloudChat.create({ SDKAppID: 1400000000 })

export async function login(userID: string, userSig: string) {
  try {
    await chat.login({ userID, userSig })
  } catch (imError: any) {
    switch (imError.code) {
      case 70001:
      case 70003:
        return 'expired'
      case 70013:
        return 'wrong user'
      case 70402:
        return 'bad parameter'
      default:
        return 'unknown'
    }
  }
}

chat.on(TencentCloudChat.EVENT.ERROR, (event: any) => {
  const { code, message } = event.data
  if (code === 70001) console.warn('userSig expired', message)
  if (code === 60020 || code === 10007) console.warn(message)
})

export const isExpired = (code: number) => code === 70001 || code === 70052
