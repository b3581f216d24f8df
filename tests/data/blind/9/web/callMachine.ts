import { assign, createMachine, interpret } from 'xstate';
import TRTC from 'trtc-js-sdk';

interface Ctx {
  errorCode: number;
  extraCode: number;
  attempts: number;
  pageSize: number;
}

type Ev =
  | { type: 'JOIN'; roomId: number }
  | { type: 'TRTC_ERROR'; code: number; extra?: number }
  | { type: 'SOCKET_CLOSED'; closeCode: number };

const delays = { RETRY: 4096, GIVE_UP: 65535 } satisfies Record<string, number>;

const severityByErrorCode = {
  16385: 'fatal',
  16388: 'fatal',
  16390: 'network',
  16451: 'user',
} as const satisfies Record<number, 'fatal' | 'network' | 'user'>;

const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000009, userId: 'x', userSig: 'y' });

export const machine = createMachine<Ctx, Ev>(
  {
    id: 'trtc-call',
    initial: 'idle',
    context: { errorCode: 0, extraCode: 0, attempts: 0, pageSize: 16384 },
    states: {
      idle: { on: { JOIN: 'joining' } },
      joining: {
        invoke: { src: 'join', onDone: 'live', onError: [{ target: 'gone', cond: 'banned' }, { target: 'waiting' }] },
      },
      waiting: { after: { RETRY: 'joining', 16388: 'gone' } },
      live: {
        on: {
          TRTC_ERROR: [
            { target: 'joining', cond: (_, e) => e.code === 0x4006 },
            { target: 'waiting', cond: (_, { code }) => code === 0x4007 || code === 0x4008 },
          ],
          SOCKET_CLOSED: { target: 'gone', cond: (_, e) => e.closeCode === 4100 },
        },
      },
      gone: { type: 'final' },
    },
  },
  {
    delays,
    guards: {
      banned: ctx => ctx.errorCode === 16448,
      crowded: ctx => ctx.pageSize === 4097,
      arrears: ctx => ctx.errorCode === 16388 && ctx.extraCode === -100013,
    },
    services: { join: (_, e) => client.join({ roomId: e.type === 'JOIN' ? e.roomId : 16451 }) },
    actions: {
      remember: assign({ errorCode: (_, e) => (e.type === 'TRTC_ERROR' ? e.code : 65535) }),
    },
  },
);

export const service = interpret(machine).start();
export const severity = (code: keyof typeof severityByErrorCode) => severityByErrorCode[code];
