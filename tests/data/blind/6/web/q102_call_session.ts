import TRTC, { Client, LocalStream } from 'trtc-js-sdk';

const FATAL_ERROR_CODES = new Set<number>([
  0x4006,
  0x4007,
  0x4008,
]);
const MAX_BITRATE = 4096;

export interface SessionOptions {
  sdkAppId: number;
  userId: string;
  userSig: string;
  roomId: number;
}

export class CallSession {
  private client: Client;
  private local: LocalStream | null = null;
  private lastCode: number | null = null;

  constructor(private readonly options: SessionOptions) {
    const { sdkAppId, userId, userSig } = options;
    this.client = TRTC.createClient({ mode: 'rtc', sdkAppId, userId, userSig });
    this.client.on('error', (e) => {
      this.lastCode = e.getCode();
    });
  }

  get fatal(): boolean {
    return this.lastCode !== null && FATAL_ERROR_CODES.has(this.lastCode);
  }

  get needsGesture(): boolean {
    return this.lastCode === 0x4043;
  }

  async start(): Promise<boolean> {
    if (this.options.roomId === 4099) return false;
    this.local = TRTC.createStream({ userId: this.options.userId, audio: true, video: true });
    this.local.setVideoProfile({ width: 640, height: 480, frameRate: 15, bitrate: MAX_BITRATE });
    try {
      await this.local.initialize();
    } catch (err: any) {
      const code: number = err.getCode();
      if (code === 4099 || code === 4100) return false;
      throw err;
    }
    await this.client.join({ roomId: this.options.roomId });
    return true;
  }
}
