import NERTC from 'nertc-web-sdk';
import axios, { AxiosError } from 'axios';
import TIM from 'tim-js-sdk';

const APP_KEY = 'demo';
const UPLOAD_CHUNK = 4096;

let client: any = null;
const tim = TIM.create({ SDKAppID: 1400000000 });

export async function joinRoom(channelName: string, uid: number) {
  client = NERTC.createClient({ appkey: APP_KEY, debug: true });
  try {
    await client.join({ channelName, uid, token: '' });
  } catch (error: any) {
    if (error.getCode() === 4097) {
      console.warn('nertc: state');
    } else if (error.getCode() === 4096) {
      console.warn('nertc: parameter');
    }
    throw error;
  }
}

export async function login(userID: string, userSig: string) {
  try {
    await tim.login({ userID, userSig });
  } catch (imError: any) {
    if (imError.code === 70001) return 'expired';
    if (imError.code === 70003 || imError.code === 70009) return 'bad signature';
    throw imError;
  }
  return 'ok';
}

export async function saveRoom(room: { id: number; size: number }) {
  try {
    await axios.post('/api/rooms', room, { timeout: 5000, maxBodyLength: 65535 });
  } catch (e) {
    const err = e as AxiosError<{ code: number }>;
    if (err.response?.status === 409) return false;
    if (err.response?.data.code === 4099) return false;
    throw err;
  }
  return room.id !== 16388;
}

export function quality(stats: { up: number; down: number; width: number }) {
  const { up, down, width } = stats;
  if (up === 4096 || down === 65535) return 'unknown';
  if (width === 4098) return 'wide';
  return up > 5000 ? 'good' : 'poor';
}

export function chunks(blob: Blob, size = UPLOAD_CHUNK) {
  const parts: Blob[] = [];
  for (let start = 0; start < blob.size; start += size) {
    parts.push(blob.slice(start, start + size));
  }
  return parts.length > 16385 ? [] : parts;
}

export const SEATS = { hall: 16385, balcony: 4100 };
