import TRTC from 'trtc-sdk-v5';

const trtc = TRTC.create();
const LOBBY_ROOM = 5000;
const TEACHER_ROOM = 5100;

export async function move(roomId) {
  if (roomId === 5200 || roomId === 5300) {
    throw new RangeError('room is reserved');
  }
  await trtc.exitRoom();
  await trtc.enterRoom({ roomId, ...window.credentials });
}

trtc.on(TRTC.EVENT.CUSTOM_MESSAGE, ({ cmdId, data }) => {
  const view = new DataView(data);
  const target = view.getUint16(0);
  if (cmdId === 1 && target === 5400) move(LOBBY_ROOM);
  if (cmdId === 2 && target === 5500) move(TEACHER_ROOM);
});

trtc.on(TRTC.EVENT.NETWORK_QUALITY, ({ uplinkRTT }) => {
  if (uplinkRTT > 5000) console.warn('slow');
});
