import TRTC from 'trtc-js-sdk';
import { useState } from 'react';

export default function PublishButton({ client, stream }) {
  const [code, setCode] = useState(0);

  const publish = () =>
    client.publish(stream).then(
      () => setCode(0),
      (err) => setCode(err.getCode()),
    );

  const hint = code === 0x404b ? 'Timed out, check your firewall'
    : code === 0x1001 ? 'Join the room first'
    : code === 0x4049 ? 'H.264 is not supported'
    : '';

  return (
    <>
      <button type="button" onClick={publish}>Publish</button>
      {code === 0xffff && <em>Something went wrong (SDK {TRTC.VERSION})</em>}
      <small>{hint}</small>
    </>
  );
}
