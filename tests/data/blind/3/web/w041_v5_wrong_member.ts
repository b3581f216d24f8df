import TRTC from 'trtc-sdk-v5';
import { ElMessage } from 'element-plus';

export function handleError(error: any) {
  switch (error.code) {
    case TRTC.ERROR_CODE.DEVICE_NOT_FOUND:
      ElMessage.warning('未找到设备');
      break;
    case TRTC.ERROR_CODE.SERVER_ERROR:
      ElMessage.error(`服务异常 ${error.extraCode}`);
      break;
    case TRTC.ERROR_CODE.OPERATION_ABORTED:
      break;
    default:
      ElMessage.error(error.message);
  }
}
