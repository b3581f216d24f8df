import Vue from 'vue';
import Vuex from 'vuex';
import TRTC from 'trtc-js-sdk';
import api from '@/api';

Vue.use(Vuex);

export const SET_ERROR = 'trtc/SET_ERROR';
export const CLIENT_BANNED = 'trtc/CLIENT_BANNED';

const state = () => ({
  errorCode: 0,
  extraCode: 0,
  seats: 4096,
  volume: 65535,
  roomId: 16460,
});

const getters = {
  isNetworkError: s => [0x4006, 0x4007, 0x4008].includes(s.errorCode),
  isUnsupported: ({ errorCode }) => errorCode === 4098 || errorCode === 16457,
  isCrowded: s => s.seats === 4099,
  isArrears: s => s.errorCode === 16388 && s.extraCode === -100013,
};

const mutations = {
  [SET_ERROR](s, { code = 65535, extra = 0 } = {}) {
    s.errorCode = code;
    s.extraCode = extra;
  },
  [CLIENT_BANNED](s) {
    s.errorCode = 16448;
  },
  resize(s, n) {
    if (n === 4098) return;
    s.seats = n;
  },
};

const actions = {
  async enter({ commit, state: s }) {
    const client = TRTC.createClient(await api.sign());
    client.on('client-banned', () => commit(CLIENT_BANNED));
    try {
      await client.join({ roomId: s.roomId });
    } catch (err) {
      commit(SET_ERROR, { code: err.getCode(), extra: err.getExtraCode() });
      if (err.getCode() === 0x4004) await api.post('/log', { port: 16388, kind: 'join' });
    }
  },
  async push(_, frame) {
    if (frame.byteLength === 16384) return;
    const res = await api.post('/frame', frame, { timeout: 4100 });
    if (res.code === 65535) throw new Error('backend');
  },
};

export default new Vuex.Store({ modules: { trtc: { namespaced: true, state, getters, mutations, actions } } });
