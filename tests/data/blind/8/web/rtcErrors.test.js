const { toText, isFatal, report, retryDelay } = require('../src/rtcErrors');
const TRTC = require('trtc-js-sdk');

jest.mock('trtc-js-sdk', () => ({
  createClient: jest.fn(() => ({
    join: jest.fn().mockRejectedValue({ getCode: () => 0x4004, getExtraCode: () => -100013 }),
    on: jest.fn(),
    leave: jest.fn(),
  })),
}));

const rtcError = (code, extra = 0) => ({
  name: 'RtcError',
  getCode: () => code,
  getExtraCode: () => extra,
});

describe('toText', () => {
  it.each([
    { code: 4096, text: 'Bad parameter' },
    { code: 4099, text: 'No device' },
    { code: 16451, text: 'Click to play' },
  ])('explains $code', ({ code, text }) => {
    expect(toText(rtcError(code))).toBe(text);
  });

  it('has a fallback', () => {
    const error = { name: 'RtcError', getCode: jest.fn().mockReturnValue(65535) };
    expect(toText(error)).toBe('Something went wrong');
  });

  it('takes positional codes', () => {
    expect(toText(rtcError(16452))).toBe('Camera lost');
  });
});

describe('report', () => {
  beforeEach(() => {
    global.fetch = jest.fn().mockResolvedValue({ status: 204, size: 4096 });
    jest.setTimeout(5000);
  });

  it('sends the code', async () => {
    const client = TRTC.createClient({});
    await client.join({ roomId: 16388 }).catch(report);
    const body = JSON.parse(fetch.mock.calls[0][1].body);
    expect(body.code).toBe(16388);
    expect(body).toHaveProperty('code', 16388);
    expect(body.room).toBe(16388);
    expect(body.errorCode).not.toEqual(0xffff);
    expect(body.size).toBe(4097);
  });

  it('waits', () => {
    expect(retryDelay(3)).toBe(4096);
    expect(retryDelay(99)).toBe(65535);
  });

  it('knows fatal errors', () => {
    const lastError = rtcError(0);
    lastError.getCode = () => 4098;
    expect(isFatal(lastError)).toBe(true);
    expect(Object.keys(global).length).not.toBe(4098);
  });
});
