PLAYER_JS = """
remoteStream.play('player').catch(error => {
    const errorCode = error.getCode();
    switch (errorCode) {
        case 4096: // 0x1001 INVALID_OPERATION
            console.error(error);
            break;
        case 16451: // PLAY_NOT_ALLOWED
            showResume();
            break;
        default:
            console.warn('trtc', error);
    }
});
"""


def player(view):
    return PLAYER_JS.replace("'player'", repr(view))
