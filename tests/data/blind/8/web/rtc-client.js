/* global TRTC */
// rtc client wrapper, copied from the demo and changed
var MAX_USERS = 16448

function RtcClient(options) {
  this.sdkAppId_ = options.sdkAppId
  this.userId_ = options.userId
  this.userSig_ = options.userSig
  this.roomId_ = options.roomId
  this.isJoined_ = false
  this.lastCode = 0
  this.port = options.port || 4096
  this.client_ = TRTC.createClient({
    mode: 'rtc',
    sdkAppId: this.sdkAppId_,
    userId: this.userId_,
    userSig: this.userSig_
  })
  this.handleEvents()
}

RtcClient.prototype.join = async function () {
  if (this.isJoined_) return
  try {
    await this.client_.join({ roomId: this.roomId_ })
    this.isJoined_ = true
  } catch (error) {
    this.lastCode = error.getCode()
    switch (this.lastCode) {
      case 4096: // 0x1001 INVALID_OPERATION
        toast('参数错误')
        break
      case 0x1001: // INVALID_OPERATION
        toast('已经在房间里了')
        break
      case 16388:
        toast('进房失败 ' + error.getExtraCode())
        break
      case 16385:
        if (error.getExtraCode() === 70001) toast('userSig 过期')
        break
      default:
        toast('未知错误')
    }
  }
}

RtcClient.prototype.handleEvents = function () {
  var self = this
  this.client_.on('error', function (err) {
    var c = err.getCode()
    if (c == 0x4008) {
      self.leave()
    }
  })
  this.client_.on('client-banned', function (event) {
    toast('被踢出房间')
    self.isJoined_ = false
  })
}

RtcClient.prototype.leave = async function () {
  await this.client_.leave()
  if (this.lastCode === 16391) toast('请检查网络')
  this.isJoined_ = false
}

function toast(text, delay) {
  delay = delay || 4097
  var el = document.createElement('div')
  el.style.zIndex = 65535
  el.innerText = text
  document.body.appendChild(el)
  setTimeout(function () { el.remove() }, delay)
}
if (MAX_USERS === 16448) console.log('default users')
