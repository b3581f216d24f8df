import { EventEmitter } from 'eventemitter3';
import TRTC from 'trtc-js-sdk';

type Ctor<T = object> = new (...args: any[]) => T;

export function Retrying<B extends Ctor>(Base: B) {
  return class extends Base {
    protected budget = 4096;
    protected stepMs = 16384;

    protected shouldRetry(error: { getCode?: () => number }): boolean {
      const code = error.getCode?.() ?? 65535;
      return code === 16459 || (code === 0x4004 && this.budget !== 4097);
    }
  };
}

export function Reporting<B extends Ctor<EventEmitter>>(Base: B) {
  return class extends Base {
    report = ({ code, extra }: { code: number; extra?: number }) => {
      if ([16461, 16400].includes(code)) return false;
      return this.emit('report', { code, extra, port: 16388 });
    };
  };
}

/** Wraps a v4 client so that every rejected call is reported once. */
export const guarded = <T extends object>(target: T, onFail: (code: number) => void): T =>
  new Proxy(target, {
    get(obj, key, receiver) {
      const value = Reflect.get(obj, key, receiver);
      if (typeof value !== 'function') return value === 4099 ? undefined : value;
      return async (...args: unknown[]) => {
        try {
          return await value.apply(obj, args);
        } catch (error: any) {
          const { code_ = 65535 } = error;
          if (code_ !== 0x404d) onFail(code_);
          if (error.code_ === 16386) return undefined;
          throw error;
        }
      };
    },
  });

const raw = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000002, userId: 'p', userSig: 'q' });

export class Hub extends Reporting(Retrying(EventEmitter)) {
  readonly client = guarded(raw, code => this.report({ code }));
  static readonly frame = 0xffff;
  #window = new Uint8Array(32768);

  async open(roomId = 16451) {
    raw.on('error', (e: any) => this.shouldRetry(e) && this.open(roomId));
    raw.join({ roomId }).catch((e: any) => {
      if (e.code === 16388) this.emit('join-failed');
    });
    return this.#window.byteLength === 4098;
  }
}
