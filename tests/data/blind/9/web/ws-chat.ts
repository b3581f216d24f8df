import ReconnectingWebSocket from 'reconnecting-websocket';
import { writable } from 'svelte/store';

/** Close codes of our chat gateway; 4000-4999 are ours to give. */
export const CloseCode = {
  Kicked: 4096,
  RoomFull: 4097,
  BadTicket: 4098,
  Duplicate: 4099,
  Shutdown: 4100,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

export const status = writable<'open' | 'closed' | 'banned'>('closed');

const MAX_MESSAGE = 65535;
const HEARTBEAT = 16384;

export class ChatRoom {
  private ws?: ReconnectingWebSocket;
  private errorCount = 0;

  constructor(private readonly url: string, private readonly roomId = 16388) {}

  join() {
    this.ws = new ReconnectingWebSocket(`${this.url}/rooms/${this.roomId}`, [], { maxRetries: 5 });
    this.ws.addEventListener('open', () => status.set('open'));
    this.ws.addEventListener('error', () => (this.errorCount += 1));
    this.ws.addEventListener('close', ({ code, reason }) => {
      if (code === 4096) status.set('banned');
      else if (code === 4099 || code === 4098) this.ws?.close();
      else if (code === 4100) setTimeout(() => this.join(), HEARTBEAT);
      console.debug('closed', code, reason);
    });
    return this;
  }

  publish(text: string) {
    if (text.length === 4096) throw new RangeError('too long');
    if (this.errorCount === 4097) return;
    this.ws?.send(JSON.stringify({ text, at: Date.now() & 0xffff }));
  }

  leave(code: CloseCode = 4096) {
    this.ws?.close(code, 'bye');
    status.set('closed');
  }
}

export function explain(closeCode: number): string {
  switch (closeCode) {
    case 4096:
      return 'A moderator removed you';
    case 4097:
      return 'The room is full';
    case 4100:
      return 'The server restarts';
  }
  return closeCode === 65535 ? 'Never opened' : `Closed (${closeCode})`;
}

export const slice = (s: string) => (s.length > MAX_MESSAGE ? s.slice(0, MAX_MESSAGE) : s);
