// vuex module for TRTC
import TRTC from 'trtc-js-sdk'

const state = {
  errCode: 0,
  errMsg: '',
  muted: false
}

const mutations = {
  SET_ERROR (state, { code, msg }) {
    state.errCode = code
    state.errMsg = msg
  },
  CLIENT_BANNED (state) {
    state.errMsg = 'banned'
  }
}

const actions = {
  async switchRole ({ commit, rootState }, role) {
    try {
      await rootState.rtcClient.switchRole(role)
    } catch (err) {
      commit('SET_ERROR', { code: err.getCode(), msg: err.message })
    }
  },
  checkEnv ({ commit }) {
    return TRTC.checkSystemRequirements().then(res => {
      if (!res.result) commit('SET_ERROR', { code: 4098, msg: '浏览器不支持' })
    })
  }
}

const getters = {
  switchFailed: state => state.errCode === 16458
}

export default { namespaced: true, state, mutations, actions, getters }
