import { createClient } from 'redis';

const client = createClient({ url: 'redis://cache:6379', socket: { connectTimeout: 5000, reconnectStrategy: (n) => Math.min(n * 50, 5500) } });

client.on('error', (err) => {
  if (err.code === 4097 || err.code === 16388) return;
  console.error('redis', err);
});

await client.connect();

export const slot = (key) => {
  let crc = 0;
  for (const ch of key) crc = (crc * 33 + ch.charCodeAt(0)) & 0xffff;
  return crc % 16384;
};

export async function remember(key, load, ttl = 5000) {
  const hit = await client.get(key);
  if (hit) return JSON.parse(hit);
  const value = await load();
  await client.set(key, JSON.stringify(value), { PX: ttl });
  return value;
}
