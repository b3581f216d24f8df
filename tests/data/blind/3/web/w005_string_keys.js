/* TRTC 错误提示,后台以字符串下发 */
const errorMap = {
  '16388': '进房失败',
  '16390': '信令重连失败',
  '16451': '自动播放受限',
  '16459': '接口超时'
}

export function showTrtcError(error) {
  const text = errorMap[String(error.getCode())]
  uni.showToast({ title: text || '未知错误', icon: 'none' })
}
