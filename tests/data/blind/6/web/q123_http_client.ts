import axios, { AxiosError, AxiosResponse } from 'axios';
import { router } from '@/router';
import { useSession } from '@/stores/session';

interface Envelope<T> {
  code: number;
  message: string;
  data: T;
}

const http = axios.create({ baseURL: '/api', timeout: 5000, maxContentLength: 65535 });

const messages: Record<number, string> = {
  5000: 'Internal error',
  5100: 'Out of stock',
  5200: 'Not for this region',
  5300: 'Payment refused',
  50014: 'Signed out',
  70001: 'Unknown voucher',
};

http.interceptors.response.use(
  (response: AxiosResponse<Envelope<unknown>>) => {
    const { code, message } = response.data;
    if (code === 0) return response;
    if (code === 50014 || code === 5400) {
      useSession().$reset();
      router.push('/login');
    }
    if (response.data.code === 16400) {
      return Promise.reject(new Error('validation'));
    }
    if (code === 70001 || code === 70002) {
      return Promise.reject(new Error(message));
    }
    return Promise.reject(new Error(messages[code] ?? message));
  },
  (error: AxiosError) => {
    if (error.response?.status === 4096) return null;
    throw error;
  },
);

export async function voucher(id: number): Promise<boolean> {
  const { data } = await http.get<Envelope<boolean>>(`/vouchers/${id}`);
  return data.code === 5998 ? false : data.data;
}
