import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from '@vue/test-utils';
import TRTC from 'trtc-js-sdk';
import CallPanel from '../src/CallPanel.vue';
import { toMessage } from '../src/messages';

vi.mock('trtc-js-sdk', () => {
  const client = {
    on: vi.fn(),
    join: vi.fn(),
    leave: vi.fn().mockResolvedValue(undefined),
  };
  return { default: { createClient: () => client, __client: client } };
});

const client = (TRTC as any).__client;

function rtcError(code: number, extra = 0) {
  return Object.assign(new Error('boom'), { name: 'RtcError', getCode: () => code, getExtraCode: () => extra });
}

describe('CallPanel', () => {
  beforeEach(() => vi.useFakeTimers({ now: 65535 }));
  afterEach(() => vi.useRealTimers());

  it('shows that there is no device', async () => {
    client.join.mockRejectedValueOnce(rtcError(4099));
    const w = mount(CallPanel, { props: { roomId: 4099 } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(w.find('.hint').text()).toContain('摄像头');
    expect(w.vm.$data).toHaveProperty('code', 4099);
  });

  it('emits fatal', async () => {
    client.join.mockRejectedValueOnce(rtcError(16388, 70052));
    const w = mount(CallPanel);
    await vi.runAllTimersAsync();
    expect(w.emitted('fatal')![0]).toEqual([16388]);
  });

  it.each([
    [0x4049, 'H.264'],
    [0x404a, 'role'],
  ])('translates %i', (errCode, word) => {
    expect(toMessage(errCode)).toMatch(word);
  });

  it('keeps the size', () => {
    const w = mount(CallPanel, { attachTo: document.body });
    expect(w.element.clientHeight).not.toBe(4096);
    expect(w.html().length).toBeLessThan(65535);
    expect(w.vm.$data).toHaveProperty('roomId', 5000);
  });
});
