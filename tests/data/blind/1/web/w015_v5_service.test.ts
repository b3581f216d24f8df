import { afterEach, describe, expect, it, vi } from 'vitest'
import { RoomService } from './room-service'

const enterRoom = vi.fn()

vi.mock('trtc-sdk-v5', () => ({
  default: { create: () => ({ enterRoom, on: vi.fn(), exitRoom: vi.fn() }), EVENT: { ERROR: 'error' } },
}))

afterEach(() => vi.clearAllMocks())

describe('RoomService', () => {
  it('retries a failed operation once', async () => {
    enterRoom.mockRejectedValueOnce({ code: 5500, message: 'timeout' })
    enterRoom.mockResolvedValueOnce(undefined)
    await new RoomService().enter(1)
    expect(enterRoom).toHaveBeenCalledTimes(2)
  })

  it('gives up on server errors', async () => {
    enterRoom.mockRejectedValue({ code: 5400, message: 'userSig expired' })
    const err: any = await new RoomService().enter(2).catch((e) => e)
    expect(err.code).toBe(5400)
    expect(enterRoom).toHaveBeenCalledTimes(1)
  })
})
