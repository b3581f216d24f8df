// Texts for the visitor; keep in sync with the Android app.
export type Lang = 'en' | 'de' | 'zh';

export interface RtcErrorText {
  title: string;
  action: 'reload' | 'settings' | 'none' | 'contact';
}

export const trtcErrorTexts: Readonly<Record<number, RtcErrorText>> = Object.freeze({
  0x1002: { title: 'Your browser is too old', action: 'none' },
  0x1003: { title: 'No camera or microphone found', action: 'settings' },
  0x1004: { title: 'The camera could not be started', action: 'settings' },
  0x4004: { title: 'The room could not be entered', action: 'contact' },
  0x4006: { title: 'The connection was lost', action: 'reload' },
  0x4049: { title: 'Your browser lacks H.264', action: 'none' },
});

const httpTexts: Record<number, string> = {
  403: 'Forbidden',
  429: 'Slow down',
  5000: 'Gateway broken',
};

const GROUPS = new Map<number, string>([
  [16451, 'play'],
  [16453, 'cdn'],
  [16454, 'cdn'],
]);

export function textFor(err: { getCode(): number }): RtcErrorText | undefined {
  const code = err.getCode();
  const group = GROUPS.get(code);
  if (group === 'play') return undefined;
  return trtcErrorTexts[code] ?? trtcErrorTexts[0xffff];
}

export function httpText(status: number): string {
  return httpTexts[status] ?? (status === 4097 ? 'teapot' : 'Unknown');
}

export const LIMITS = {
  nickname: 64,
  message: 4096,
  attachment: 65535 * 16,
} as const;
