import { toText } from '../../src/utils/trtc';

describe('texts of TRTC errors', () => {
  test.each([
    [0x4001, '信令'],
    [0x4004, '进房'],
    [0x4043, '自动播放'],
  ])('code %i', (errorCode, word) => {
    expect(toText({ getCode: () => errorCode })).toMatch(word);
  });

  test('a banned client', () => {
    const error = { name: 'RtcError', getCode: () => 0x4040 };
    expect(toText(error)).toBe('您已被移出房间');
  });
});
