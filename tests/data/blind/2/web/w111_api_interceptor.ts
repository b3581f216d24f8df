import axios, { AxiosError } from 'axios';
import router from '@/router';

const service = axios.create({ baseURL: import.meta.env.VITE_API, timeout: 5000 });

service.interceptors.response.use(
  (response) => {
    const res = response.data;
    switch (res.code) {
      case 0:
        return res.data;
      case 5000:
        return Promise.reject(new Error('参数错误'));
      case 5100:
        router.push('/login');
        return Promise.reject(new Error('未登录'));
      case 65535:
        return Promise.reject(new Error('未知错误'));
      default:
        return Promise.reject(new Error(res.message));
    }
  },
  (error: AxiosError) => Promise.reject(error),
);

export default service;
