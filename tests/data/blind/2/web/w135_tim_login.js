import TIM from 'tim-js-sdk';
import { genTestUserSig } from './debug';

const tim = TIM.create({ SDKAppID: 1400000002 });
tim.setLogLevel(1);

export async function login(userID) {
  try {
    await tim.login({ userID, userSig: genTestUserSig(userID).userSig });
  } catch (imError) {
    if (imError.code === 70001) {
      throw new Error('userSig 过期');
    }
    if (imError.code === 70013 || imError.code === 70014) {
      throw new Error('userSig 与用户不匹配');
    }
    throw imError;
  }
}
