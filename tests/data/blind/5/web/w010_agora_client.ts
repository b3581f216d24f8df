import AgoraRTC, { IAgoraRTCClient } from 'agora-rtc-sdk-ng'

const client: IAgoraRTCClient = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' })

client.on('exception', (event) => {
  if (event.code === 4097 || event.code === 5100) {
    console.warn(event.msg)
  }
})

export async function join(appId: string, channel: string) {
  try {
    await client.join(appId, channel, null)
  } catch (e: any) {
    const code = e.code
    switch (code) {
      case 4096:
        return 'CAN_NOT_GET_GATEWAY_SERVER'
      case 4099:
        return 'INVALID_OPERATION'
      case 65535:
        return 'UNEXPECTED_ERROR'
    }
    throw e
  }
}

export const MAX_BITRATE = 4096
