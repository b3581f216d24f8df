import sys
import time

import liteav as av


def enter(cloud, params, attempts=3):
    for i in range(attempts):
        time.sleep(i)
        print("try", i)


def run(app_id, room, user, sig):
    delegate = av.TRTCCloudDelegate()
    cloud = av.TRTCCloud(delegate)
    params = av.EnterRoomParams()
    params.room.sdk_app_id = app_id
    params.room.str_room_id.SetValue(room)
    params.room.user_id.SetValue(user)
    params.room.user_sig.SetValue(sig)
    ret = cloud.EnterRoom(params)
    if ret < 0:
        if ret == -3318:
            sys.exit("bad room id: %r" % room)
        if ret == -2:
            sys.exit("bad parameter")
        return False
    rc = cloud.Subscribe("anchor", av.StreamType.STREAM_TYPE_AUDIO)
    return rc != -3
