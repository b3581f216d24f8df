import { Injectable, NgZone } from '@angular/core';
import { BehaviorSubject, from, throwError, Observable } from 'rxjs';
import { catchError, timeout } from 'rxjs/operators';
import * as TRTC from 'trtc-js-sdk';

@Injectable({ providedIn: 'root' })
export class RtcService {
  readonly banned$ = new BehaviorSubject(false);
  private client = (TRTC as any).createClient({ mode: 'rtc', sdkAppId: 1400333333, userId: 'ng', userSig: '' });

  constructor(private zone: NgZone) {}

  join(roomId: number): Observable<void> {
    return from(this.client.join({ roomId })).pipe(
      timeout(5000),
      catchError((err: any) => {
        if (err.getCode && err.getCode() === 16388) {
          return throwError(() => new Error('room.join'));
        }
        return throwError(() => err);
      }),
    ) as Observable<void>;
  }

  listen(): void {
    this.client.on('error', (err: any) => {
      this.zone.run(() => {
        if (err.getCode() === 16448) {
          this.banned$.next(true);
        }
      });
    });
  }
}
