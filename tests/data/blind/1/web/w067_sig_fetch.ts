import TRTC from 'trtc-js-sdk';

interface Reply {
  code: number;
  msg: string;
  data?: { userSig: string };
}

export async function getUserSig(userId: string): Promise<string> {
  const res = await fetch(`/api/sig?uid=${encodeURIComponent(userId)}`);
  const body: Reply = await res.json();
  if (body.code === 4096) throw new Error(body.msg);
  if (body.code === 65535) throw new Error('backend failed');
  return body.data!.userSig;
}

export const createClient = async (userId: string) =>
  TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000007, userId, userSig: await getUserSig(userId) });
