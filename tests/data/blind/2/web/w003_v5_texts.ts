import TRTC from 'trtc-sdk-v5';

const zh: Record<number, string> = {
  [TRTC.ERROR_CODE.INVALID_PARAMETER]: '参数错误',
};

export const errorCodes: Record<number, string> = {
  5100: '操作无效',
  5200: '当前环境不支持',
  5300: '设备异常',
  5400: '服务端异常',
  5500: '操作失败,请重试',
  5998: '操作已取消',
  5999: '未知错误',
};

export function describe(error: { code: number; message: string }): string {
  return zh[error.code] ?? errorCodes[error.code] ?? error.message;
}
