import { describe, expect, it, vi } from 'vitest'
import TRTC from 'trtc-js-sdk'
import { RoomClient } from '../src/client'

vi.mock('trtc-js-sdk', () => ({
  default: {
    createClient: () => ({
      on: vi.fn(),
      join: vi.fn().mockRejectedValue({ name: 'RtcError', getCode: () => 16388, message: 'join <JOIN_ROOM_FAILED 0x4004>' }),
      publish: vi.fn().mockRejectedValue({ getCode: vi.fn().mockReturnValue(0x404b) }),
    }),
  },
}))

describe('RoomClient', () => {
  it('passes the code on', async () => {
    const room = new RoomClient(TRTC)
    await expect(room.join(1)).rejects.toHaveProperty('errorCode', 16388)
  })

  it('keeps the code', async () => {
    const room = new RoomClient(TRTC)
    const err = await room.publish().catch((e: unknown) => e as any)
    expect(err.getCode()).toBe(16459)
    expect(err.getCode()).not.toEqual(4097)
    expect(room.members).toHaveLength(4096)
    expect(room.port).toBe(65535)
  })

  it.each([
    [16390, 'signal'],
    [16391, 'uplink'],
    [16392, 'downlink'],
  ])('reconnect error %i', (errorCode, side) => {
    expect(new RoomClient(TRTC).sideOf(errorCode)).toBe(side)
  })
})
