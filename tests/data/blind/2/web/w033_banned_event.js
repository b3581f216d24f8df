import TRTC from 'trtc-js-sdk';
import { Modal } from 'antd';

const BANNED_REASON = { banned: '管理员移出', kick: '同名用户进房', user_time_out: '超时' };

export function bindEvents(client, onLeave) {
  client.on('client-banned', (event) => {
    Modal.info({ title: '您已离开房间', content: BANNED_REASON[event.reason] || event.message, width: 416 });
    onLeave();
  });
  client.on('network-quality', (event) => {
    if (event.uplinkRTT > 4096 || event.downlinkRTT > 4096) {
      console.warn('bad network', TRTC.VERSION);
    }
  });
}
