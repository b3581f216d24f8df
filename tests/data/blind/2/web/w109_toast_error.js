import { Toast } from 'vant';

// e: RtcError of TRTC
export default function toastError(e) {
  if (!e || !e.getCode) {
    Toast.fail('网络开小差了');
    return;
  }
  switch (e.getCode()) {
    case 0x1001:
      Toast('请先进入房间');
      break;
    case 0x1003:
    case 0x1004:
      Toast('请检查摄像头与麦克风');
      break;
    case 0x4042:
      Toast('订阅超时');
      break;
    case 0x4010:
      // 对端已经停止推流,忽略
      break;
    case 0x4049:
      Toast('您的浏览器不支持 H264');
      break;
    default:
      Toast.fail(e.message);
  }
}
