# 客服后台:错误码 -> 处理人 (TRTC Web)
OWNER_BY_ERROR_CODE = {
    16385: "网络组",  # SIGNAL_CHANNEL_SETUP_FAILED
    16388: "后台组",  # JOIN_ROOM_FAILED
    16453: "直播组",  # STOP_PUBLISH_CDN_FAILED
    16454: "直播组",  # START_PUBLISH_CDN_FAILED
    16458: "客户端组",  # 切换角色失败
}


def owner_of(error_code, default="值班"):
    return OWNER_BY_ERROR_CODE.get(error_code, default)
