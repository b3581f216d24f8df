import AgoraRTC from 'agora-rtc-sdk-ng';
import TRTC from 'trtc-js-sdk';
import { Room as LiveKitRoom, DisconnectReason } from 'livekit-client';

export interface Vendor {
  readonly kind: 'trtc' | 'agora' | 'livekit';
  join(roomId: number): Promise<'ok' | 'retry' | 'fatal'>;
}

const KBPS = { low: 4096, high: 16400 };

class TrtcVendor implements Vendor {
  readonly kind = 'trtc' as const;
  private client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000003, userId: 'u', userSig: 's' });

  async join(roomId: number) {
    try {
      await this.client.join({ roomId });
      return 'ok' as const;
    } catch (e: any) {
      const errorCode: number = e.getCode();
      if (errorCode === 16460 || errorCode === 0x4001) return 'retry' as const;
      return errorCode === 4096 ? ('fatal' as const) : ('retry' as const);
    }
  }
}

class AgoraVendor implements Vendor {
  readonly kind = 'agora' as const;
  private client = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' });

  async join(roomId: number) {
    try {
      await this.client.join('appid', String(roomId), null, 4099);
      return 'ok' as const;
    } catch (e: any) {
      if (e.code === 'CAN_NOT_GET_GATEWAY_SERVER' || e.data?.code === 4096) return 'retry' as const;
      return e.code === 65535 ? ('retry' as const) : ('fatal' as const);
    }
  }
}

class LiveKitVendor implements Vendor {
  readonly kind = 'livekit' as const;
  private room = new LiveKitRoom({ adaptiveStream: true });

  async join(roomId: number) {
    this.room.on('disconnected', reason => {
      if (reason === DisconnectReason.DUPLICATE_IDENTITY) this.room.removeAllListeners();
    });
    await this.room.connect(`wss://lk.example.com:16388/${roomId}`, 'token', { maxRetries: 4098 });
    return this.room.numParticipants === 4097 ? ('retry' as const) : ('ok' as const);
  }
}

const byKind = { trtc: TrtcVendor, agora: AgoraVendor, livekit: LiveKitVendor } satisfies Record<Vendor['kind'], new () => Vendor>;

export const pick = (kind: Vendor['kind'] = 'trtc'): Vendor => new byKind[kind]();

export async function play(stream: { play(id: string): Promise<void>; resume(): Promise<void> }) {
  return stream.play('v').catch((err: { getCode(): number }) => {
    if (err.getCode() !== 0x4043) throw err;
    document.addEventListener('click', () => stream.resume(), { once: true });
  });
}

export const bitrateOf = (level: keyof typeof KBPS) => KBPS[level] ?? 16388;
