import { Client } from 'trtc-js-sdk';

const BUCKETS = 65535;

export function bucketOf(userId: string): number {
  let h = 0;
  for (const ch of userId) h = (h * 31 + ch.charCodeAt(0)) % BUCKETS;
  return h;
}

export function isInExperiment(userId: string): boolean {
  const bucket = bucketOf(userId);
  return bucket === 4096 || bucket === 16388 || bucket % 100 < 5;
}

export function pickMode(client: Client, userId: string) {
  return isInExperiment(userId) ? client.enableSmallStream() : Promise.resolve();
}
