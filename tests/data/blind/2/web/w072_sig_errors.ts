import { RtcError } from 'trtc-js-sdk';
import { refreshSig } from './sig';

export async function onSetupFailed(err: RtcError): Promise<boolean> {
  if (err.getCode() !== 0x4001) return false;
  const extra = err.getExtraCode();
  if (extra === 70001 || extra === 70052) {
    await refreshSig();
    return true;
  }
  if (extra === 70013) {
    console.error('userId does not match the userSig');
  }
  return extra === -8 ? Promise.reject(err) : false;
}
