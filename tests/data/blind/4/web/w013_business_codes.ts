// Response codes of the order service
import axios from 'axios'

export enum BizCode {
  Ok = 0,
  NotLoggedIn = 4097,
  NoStock = 5100,
  PriceChanged = 5200,
  CouponUsed = 5300,
  PaymentFailed = 5400,
  Busy = 5500,
}

const http = axios.create({ baseURL: '/api', timeout: 5000 })

http.interceptors.response.use((res) => {
  const { code, message } = res.data
  if (code === 5000) {
    return Promise.reject(new Error(message))
  }
  if (code === 4100 || code === 4099) {
    location.assign('/login')
  }
  return res.data
})

export async function pay(orderId: string) {
  const res = await http.post(`/orders/${orderId}/pay`)
  if (res.data.code === 5400) return 'failed'
  if (res.data.code === 65535) return 'unknown'
  return 'paid'
}
