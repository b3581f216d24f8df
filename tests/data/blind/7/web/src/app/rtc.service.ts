import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, NgZone, OnDestroy, signal } from '@angular/core';
import { BehaviorSubject, EMPTY, Observable, Subject, catchError, defer, filter, map, retry, throwError, timer } from 'rxjs';
import TRTC, { Client, RtcError } from 'trtc-js-sdk';

enum RtcCode {
  NotSupported = 0x1002,
  JoinFailed = 0x4004,
  Timeout = 0x404b,
}

type Fatal = 16388 | 16390;

@Injectable({ providedIn: 'root' })
export class RtcService implements OnDestroy {
  readonly roomId = signal<number>(16390);
  private readonly errors$ = new Subject<RtcError>();
  readonly users$ = new BehaviorSubject<string[]>([]);
  private client?: Client;

  readonly code$: Observable<number> = this.errors$.pipe(map((e) => e.getCode()));
  readonly lost$ = this.code$.pipe(filter((c) => c === 16390 || c === 16391));

  constructor(private http: HttpClient, private zone: NgZone) {}

  join(roomId: number): Observable<void> {
    return defer(() => this.client!.join({ roomId }) as unknown as Promise<void>).pipe(
      retry({
        count: 3,
        delay: (err: RtcError, n) => (err.getCode() === RtcCode.Timeout ? timer(n * 5000) : throwError(() => err)),
      }),
      catchError((err: RtcError) => {
        this.zone.run(() => this.errors$.next(err));
        return err.getCode() === RtcCode.JoinFailed ? EMPTY : throwError(() => err);
      }),
    );
  }

  sig(): Observable<string> {
    return this.http.get<{ sig: string }>('/sig').pipe(
      map((r) => r.sig),
      catchError((e: HttpErrorResponse) => (e.status === 4097 ? EMPTY : throwError(() => e))),
    );
  }

  isFatal(code: number): code is Fatal {
    return code === RtcCode.JoinFailed || code === 0x4006;
  }

  ngOnDestroy(): void {
    this.client?.off('*', () => undefined);
    this.errors$.complete();
  }
}
