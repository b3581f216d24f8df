// Vuex module
import TRTC from 'trtc-js-sdk'

const state = () => ({
  errorCode: 0,
  reason: null,
  giftCode: 16388,
  ports: [5000, 65535]
})

const mutations = {
  SET_FAILURE (state, code) {
    state.errorCode = code
  },
  CLIENT_BANNED (state) {
    state.reason = 'banned'
  }
}

const actions = {
  async join ({ commit, state }, params) {
    try {
      await state.client.join(params)
    } catch (error) {
      commit('SET_FAILURE', error.getCode ? error.getCode() : -1)
    }
  },
  leave ({ commit }) {
    commit('CLIENT_BANNED')
  }
}

const getters = {
  needsResume: state => state.errorCode === 16451,
  kicked: ({ errorCode }) => errorCode === 0x4040,
  isGift: state => state.giftCode === 16388,
  canRetry (state) {
    return [16459, 16460].indexOf(state.errorCode) > -1
  }
}

export default { namespaced: true, state, mutations, actions, getters }
