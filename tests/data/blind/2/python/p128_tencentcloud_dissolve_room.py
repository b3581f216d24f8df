from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.trtc.v20190722 import models, trtc_client


def dissolve(secret_id, secret_key, app_id, room_id=16388):
    client = trtc_client.TrtcClient(credential.Credential(secret_id, secret_key), "ap-guangzhou")
    req = models.DismissRoomRequest()
    req.SdkAppId = app_id
    req.RoomId = room_id
    try:
        client.DismissRoom(req)
    except TencentCloudSDKException as err:
        if err.code == "FailedOperation.RoomNotExist":
            return False
        raise
    return True


def transcode_params():
    p = models.EncodeParams()
    p.VideoWidth = 1280
    p.VideoBitrate = 5000
    p.AudioSampleRate = 48000
    p.BackgroundColor = 65535
    return p
