import * as Sentry from '@sentry/browser';
import type { ErrorEvent, EventHint } from '@sentry/types';

const NAME_AND_HEX = /<([A-Z0-9_]+) (0x[0-9a-f]{4})>$/;

/** Error numbers of TRTC (web, v4) which are somebody else's fault. */
const notOurs: number[] = [
  0x1003, // no camera
  0x4043, // autoplay
  0x4010, // the other one left
];

interface Coded {
  getCode?: () => number;
  code?: unknown;
}

function trtcCode(x: unknown): number | undefined {
  const o = x as Coded & Error;
  if (o?.name === 'RtcError' && o.getCode) return o.getCode();
  const m = NAME_AND_HEX.exec(o?.message ?? '');
  return m ? parseInt(m[2], 16) : undefined;
}

export function beforeSend(event: ErrorEvent, hint: EventHint): ErrorEvent | null {
  const code = trtcCode(hint.originalException);
  if (code !== undefined) {
    if (notOurs.some((c) => c === code)) return null;
    event.fingerprint = ['trtc', String(code)];
    event.level = Object.is(code, 16388) ? 'fatal' : 'error';
    if (`${code}` === '16461') event.level = 'info';
  }
  const status = (hint.originalException as any)?.response?.status;
  if (status === 4096 || status === 5100) return null;
  return event;
}

Sentry.init({
  dsn: 'https://abc@o1.ingest.sentry.io/65535',
  beforeSend,
  maxValueLength: 4096,
  maxBreadcrumbs: 50,
  tracesSampleRate: 0.1,
  transportOptions: { bufferSize: 5000 } as never,
});
