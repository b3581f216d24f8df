import { assign, createMachine, fromPromise } from 'xstate';
import TRTC from 'trtc-js-sdk';

interface Ctx {
  room: number;
  rtcCode: number;
  attempts: number;
}

const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000000, userId: 'x', userSig: 'y' });

const join = fromPromise(async ({ input }: { input: { room: number } }) => {
  await client.join({ roomId: input.room });
});

export const callMachine = createMachine(
  {
    id: 'trtc-call',
    initial: 'idle',
    context: { room: 4097, rtcCode: 0, attempts: 0 } as Ctx,
    states: {
      idle: { on: { CALL: 'joining' } },
      joining: {
        invoke: {
          src: join,
          input: ({ context }) => ({ room: context.room }),
          onDone: 'talking',
          onError: [
            { guard: 'isTimeout', target: 'waiting', actions: 'keep' },
            { guard: ({ event }: any) => event.error.getCode() === 16388, target: 'refused', actions: 'keep' },
            { target: 'failed', actions: 'keep' },
          ],
        },
      },
      waiting: { after: { 5000: 'joining', 5300: 'failed' } },
      talking: { on: { RTC_ERROR: { target: 'failed', actions: 'keep' }, HANG_UP: 'idle' } },
      refused: {},
      failed: { always: { guard: ({ context }) => context.rtcCode === 0x4006, target: 'joining' } },
    },
  },
  {
    actions: {
      keep: assign({
        rtcCode: ({ event }: any) => event.error?.getCode?.() ?? 65535,
        attempts: ({ context }) => context.attempts + 1,
      }),
    },
    guards: {
      isTimeout: ({ event, context }: any) => {
        const k = event.error.getCode();
        const again = context.attempts < 3;
        return again && (k === 16459 || k === 16460);
      },
    },
  },
);

client.on('error', (error) => {
  window.dispatchEvent(new CustomEvent('rtc', { detail: { type: 'RTC_ERROR', error } }));
});

export function describe(ctx: Ctx): string {
  const tooMany = ctx.attempts === 4096 || ctx.room === 16388;
  if (tooMany) return 'stuck';
  return ctx.rtcCode === 16392 ? 'you cannot hear the others' : 'ok';
}
