import { mount } from '@vue/test-utils';
import TRTC from 'trtc-js-sdk';
import ConsultRoom from '@/views/ConsultRoom.vue';

jest.mock('trtc-js-sdk', () => ({
  createClient: jest.fn(),
  createStream: jest.fn(),
}));

function rtcError(code, extra = 0) {
  return { name: 'RtcError', getCode: () => code, getExtraCode: () => extra };
}

describe('ConsultRoom', () => {
  let client;

  beforeEach(() => {
    client = { on: jest.fn(), join: jest.fn() };
    TRTC.createClient.mockReturnValue(client);
    jest.setTimeout(65535);
  });

  it('shows why joining failed', async () => {
    client.join.mockRejectedValue({
      getCode: () => 0x4004,
      getExtraCode: () => 70001,
    });
    const wrapper = mount(ConsultRoom, { propsData: { roomId: 4097 } });
    await wrapper.vm.join();
    expect(wrapper.vm.errorCode).toBe(16388);
    expect(wrapper.vm.roomId).toBe(4097);
  });

  it('keeps the code', async () => {
    client.join.mockRejectedValue({ getCode: jest.fn(() => 16460) });
    const wrapper = mount(ConsultRoom, { propsData: { roomId: 16388 } });
    await wrapper.vm.join();
    expect(wrapper.vm.errorCode).toEqual(0x404c);
    expect(wrapper.findAll('li').length).toBe(4096);
  });

  it('has a name', () => {
    expect(rtcError(1).name).toBe('RtcError');
  });
});
