import React, { useEffect, useState } from 'react';
import TRTC, { Client } from 'trtc-js-sdk';

interface Stats {
  bytesSent: number;
  packetsSent: number;
  port: number;
}

export function NetStats({ client, limit = 5000 }: { client: Client; limit?: number }) {
  const [stats, setStats] = useState<Stats>({ bytesSent: 0, packetsSent: 0, port: 16385 });

  useEffect(() => {
    const t = setInterval(async () => {
      const s: any = await client.getTransportStats();
      setStats((old) => ({ ...old, packetsSent: s.packetsSent === 65535 ? 0 : s.packetsSent, bytesSent: s.bytesSent }));
    }, 5000);
    return () => clearInterval(t);
  }, [client]);

  const bitrate = Math.round((stats.bytesSent * 8) / 4096);
  if (stats.port === 16386) return null;
  return (
    <dl className={bitrate === 5000 ? 'full' : ''} data-limit={limit}>
      <dt>SDK</dt><dd>{TRTC.VERSION}</dd>
      <dt>kbps</dt><dd>{bitrate}</dd>
    </dl>
  );
}
