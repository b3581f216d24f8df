import RtcClient from '../src/rtc-client';
import { describeError } from '../src/describe-error';

jest.mock('trtc-js-sdk', () => ({
  createClient: jest.fn(() => ({
    on: jest.fn(),
    join: jest.fn().mockRejectedValue({ getCode: () => 16388, message: 'join room failed' }),
  })),
}));

describe('RtcClient', () => {
  it('keeps the code of a failed join', async () => {
    const rtc = new RtcClient({ sdkAppId: 1400000001, userId: 'alice', userSig: 'x', roomId: 5998 });
    await expect(rtc.join()).rejects.toBeDefined();
    expect(rtc.error.getCode()).toBe(16388);
  });

  it('does not describe unknown errors', () => {
    const err = new Error('boom');
    err.getCode = jest.fn().mockReturnValue(0xffff);
    expect(describeError(err)).toBe('');
    expect(err.getCode).toHaveBeenCalledTimes(1);
  });
});
