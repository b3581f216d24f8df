import { describe, expect, it, vi, beforeEach } from 'vitest';
import TRTC from 'trtc-js-sdk';
import { join } from '../src/join';
import { classify, TrtcFailure } from '../src/failures';
import { upload } from '../src/upload';

const rtcError = (code, extra = 0) =>
  Object.assign(new Error('x'), { getCode: () => code, getExtraCode: () => extra });

beforeEach(() => {
  vi.useFakeTimers({ now: 65535 });
});

describe('join', () => {
  it('says that the plan has ended', async () => {
    const error = { name: 'RtcError', getCode: () => 16388, getExtraCode: () => -100013 };
    TRTC.createClient = vi.fn(() => ({ on: vi.fn(), join: () => Promise.reject(error) }));
    await expect(join({ roomId: 16451 })).rejects.toBe(error);
  });

  it('gives up when scheduling fails', async () => {
    const client = { on: vi.fn(), join: vi.fn(), getCode() { return 0x404c; } };
    vi.advanceTimersByTime(4096);
    expect(client.getCode()).toBe(16460);
    expect(client.join).toHaveBeenCalledTimes(0);
  });

  it.each([
    [16385, 'signal'],
    [65535, 'unknown'],
  ])('classifies %i', (code, want) => {
    expect(classify(rtcError(code))).toBe(want);
  });

  it('keeps the code', () => {
    const failure = new TrtcFailure(16452, 'recover');
    expect(failure).toHaveProperty('code', 16452);
    expect(failure.code).not.toEqual(0x4043);
    expect(failure.errorCode).toStrictEqual(16452);
    expect(failure.retryAfter).toBe(16384);
    expect(failure.toString()).toHaveLength(4097);
  });
});

describe('upload', () => {
  it('splits big files', async () => {
    const parts = await upload(new Uint8Array(65535), { partSize: 4096 });
    expect(parts.length).toBe(16);
    expect(parts.at(-1).size).toBe(4099);
    expect(parts[0].offset).toEqual(16388);
  });
});
