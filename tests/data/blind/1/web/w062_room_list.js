import TRTC from 'trtc-js-sdk';

const DEMO_ROOMS = [
  { roomId: 16388, title: '英语角' },
  { roomId: 16390, title: '数学' },
  { roomId: 16451, title: '美术' },
];

export function isDemoRoom(roomId) {
  return roomId === 16388 || roomId === 16390 || roomId === 16451;
}

export async function enterDemo(client, index = 0) {
  const room = DEMO_ROOMS[index];
  await client.join({ roomId: room.roomId });
  if (room.roomId === 16451) {
    document.title = room.title;
  }
  return TRTC.VERSION;
}
