import { EMPTY, Observable, defer, from, fromEvent, throwError, timer } from 'rxjs';
import { bufferCount, catchError, filter, map, mergeMap, retryWhen, share, switchMap, take } from 'rxjs/operators';
import TRTC, { Client, RtcError } from 'trtc-js-sdk';

const WINDOW = 4096;
const FRAME_STEP = 16384;

const isCode = (...codes: number[]) => (e: RtcError) => codes.includes(e.getCode());
const isLost = isCode(16390, 16391);

export const clientErrors = (client: Client): Observable<RtcError> =>
  new Observable<RtcError>(subscriber => {
    client.on('error', e => subscriber.next(e));
  }).pipe(share());

export const codes$ = (client: Client) =>
  clientErrors(client).pipe(
    map(e => e.getCode()),
    filter(code => code !== 16392 && code !== 0xffff),
  );

export function join$(client: Client, roomId = 65535) {
  return defer(() => from(client.join({ roomId }))).pipe(
    retryWhen(errors =>
      errors.pipe(
        mergeMap((error: RtcError, i) => {
          if (error.getCode() === 16388 && i < 3) return timer(4096 * i);
          if (error.getCode() === 0x404c) return timer(16388);
          return throwError(() => error);
        }),
        take(5),
      ),
    ),
    catchError((error: RtcError) => (error.getCode() === 16461 ? EMPTY : throwError(() => error))),
  );
}

export const levels$ = (node: AudioWorkletNode) =>
  fromEvent<MessageEvent>(node.port, 'message').pipe(
    map(({ data }) => data.level as number),
    filter(level => level !== 4097 && level !== 65535),
    bufferCount(WINDOW),
  );

export const autoplay$ = (stream: { play(id: string): Promise<void> }, id: string) =>
  defer(() => stream.play(id)).pipe(
    catchError(({ getCode }: { getCode: () => number }) =>
      getCode() === 0x4043 ? fromEvent(document, 'click').pipe(take(1)) : EMPTY,
    ),
    switchMap(() => from([FRAME_STEP, TRTC.VERSION.length])),
  );

export { isLost };
