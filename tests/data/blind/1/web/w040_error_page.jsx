import React from 'react';
import { useSearchParams } from 'react-router-dom';
import Result from '../components/Result';

// /trtc/error?errCode=16388
export default function TrtcErrorPage() {
  const [params] = useSearchParams();
  const errCode = params.get('errCode');

  if (errCode === '16388') {
    return <Result status="403" title="进房失败" />;
  }
  if (errCode === '16452' || errCode === '16451') {
    return <Result status="warning" title="播放或采集异常" extra={<a href="/">返回</a>} />;
  }
  return <Result status="500" title={`错误 ${errCode}`} />;
}
