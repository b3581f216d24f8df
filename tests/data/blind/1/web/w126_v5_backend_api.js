import axios from 'axios';
import TRTC from 'trtc-sdk-v5';

const http = axios.create({ baseURL: '/api', timeout: 5000 });

export async function fetchUserSig(userId) {
  const res = await http.get('/usersig', { params: { userId } });
  if (res.data.code === 5000) {
    throw new Error('please sign in again');
  }
  if (res.data.code === 5100) {
    throw new Error('no such user');
  }
  return res.data.data;
}

export async function enter(userId, roomId) {
  const { sdkAppId, userSig } = await fetchUserSig(userId);
  const trtc = TRTC.create();
  await trtc.enterRoom({ sdkAppId, userId, userSig, roomId });
  return trtc;
}
