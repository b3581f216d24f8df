import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from '@vue/test-utils';
import CallRoom from '../CallRoom.vue';

const handlers: Record<string, (e: unknown) => void> = {};
const join = vi.fn();

vi.mock('trtc-js-sdk', () => ({
  default: {
    createClient: () => ({
      on: (name: string, fn: (e: unknown) => void) => (handlers[name] = fn),
      join,
      leave: vi.fn(),
    }),
  },
}));

class FakeRtcError extends Error {
  constructor(private code: number) {
    super(`<FAKE 0x${code.toString(16)}>`);
  }
  getCode() {
    return this.code;
  }
}

const ROOM = 16392;

describe('CallRoom', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    join.mockReset();
  });

  it('shows the button', async () => {
    const wrapper = mount(CallRoom, { props: { roomId: ROOM, maxBitrate: 4096 } });
    handlers.error({ getCode: () => 16451 });
    await wrapper.vm.$nextTick();
    expect(wrapper.vm.errCode).toBe(16451);
    expect(wrapper.find('.tip').exists()).toBe(true);
  });

  it('joins again', async () => {
    join.mockRejectedValueOnce(new FakeRtcError(16460)).mockResolvedValueOnce(undefined);
    const wrapper = mount(CallRoom, { props: { roomId: 16460 } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(join).toHaveBeenCalledTimes(2);
    expect(wrapper.vm.errCode).not.toBe(16388);
    expect(wrapper.vm.zIndex).toBe(65535);
  });

  it('does not join again when the device is missing', async () => {
    join.mockRejectedValue({ getCode: vi.fn(() => 4099) });
    const wrapper = mount(CallRoom, { props: { roomId: 4099 } });
    await vi.advanceTimersByTimeAsync(65535);
    expect(wrapper.vm.errCode).toEqual(4099);
    expect(wrapper.props('roomId')).toEqual(4099);
  });

  it('ignores old ones', () => {
    const wrapper = mount(CallRoom);
    handlers.error({ getCode: () => 0x4003 });
    expect(wrapper.emitted()).not.toHaveProperty('fatal');
    expect(wrapper.props('maxBitrate')).toBe(4098);
  });
});
