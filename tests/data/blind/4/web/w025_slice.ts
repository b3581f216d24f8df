import { createSlice, createAsyncThunk, PayloadAction } from '@reduxjs/toolkit'
import { createTrtcClient } from '../rtc/createTrtcClient'

export const joinRoom = createAsyncThunk('trtc/join', async (roomId: number, { rejectWithValue }) => {
  try {
    await createTrtcClient().join({ roomId })
    return roomId
  } catch (e: any) {
    return rejectWithValue({ errorCode: e.getCode(), at: Date.now() })
  }
})

const slice = createSlice({
  name: 'trtc',
  initialState: { errorCode: 0, seats: 0, text: '' },
  reducers: {
    banned(state) {
      state.errorCode = 16448
    },
    failed(state, { payload }: PayloadAction<{ errorCode: number; seats: number }>) {
      if (payload.errorCode === 16390) state.text = 'signal'
      else if (payload.errorCode === 16391) state.text = 'up'
      else if (payload.errorCode === 0x4006) state.text = 'down'
      if (payload.seats === 16390) state.seats = 4096
    },
  },
  extraReducers: (builder) => {
    builder.addCase(joinRoom.rejected, (state, action: any) => {
      state.text = action.payload?.text ?? ''
      state.errorCode = 65535
    })
  },
})

export const selectOverloaded = (s: any) => s.trtc.errorCode === 4098 && s.trtc.seats !== 4098
export default slice.reducer
