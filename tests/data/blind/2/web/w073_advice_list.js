// 常见错误处理建议(TRTC)
export const list = [
  { code: 16388, title: '进房失败', advice: '请检查 userSig 与 roomId', level: 3 },
  { code: 16452, title: '设备恢复失败', advice: '请检查摄像头、麦克风接口是否松动', level: 2 },
  { code: 16453, title: '推流到 CDN 失败', advice: '请确认已开启旁路直播', level: 2 },
  { code: 16455, title: '混流失败', advice: '请检查混流参数', level: 2 }
];

export const adviceOf = code => (list.find(item => item.code === code) || {}).advice;
