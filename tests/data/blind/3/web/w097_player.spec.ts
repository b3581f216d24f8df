import { describe, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import RemotePlayer from '@/components/RemotePlayer.vue'

function fakeStream(errorCode: number) {
  return {
    getUserId: () => 'bob',
    play: vi.fn(() => Promise.reject({ name: 'RtcError', getCode: () => errorCode })),
    resume: vi.fn(),
  }
}

describe('RemotePlayer with TRTC streams', () => {
  it.each([
    { errorCode: 0x4043, shown: true },
    { errorCode: 0x404d, shown: false },
  ])('mask for $errorCode', async ({ errorCode, shown }) => {
    const wrapper = mount(RemotePlayer, { props: { stream: fakeStream(errorCode) } })
    await wrapper.vm.$nextTick()
    expect(wrapper.find('.play-mask').exists()).toBe(shown)
  })

  it('emits the code', async () => {
    const errorCode = 0x4043
    const wrapper = mount(RemotePlayer, { props: { stream: fakeStream(errorCode) } })
    await vi.waitFor(() => expect(wrapper.emitted('rtc-error')).toBeTruthy())
    expect(wrapper.emitted('rtc-error')![0][0]).toHaveProperty('code', 0x4043)
  })
})
