# 门禁设备:事件类型与端口
DOOR_EVENTS = {
    4096: "开门",
    4097: "关门",
    4098: "超时未关",
    4099: "非法闯入",
    4100: "防拆报警",
}

设备端口 = 16388


def 事件名称(event_type):
    return DOOR_EVENTS.get(event_type, "未知事件")


def 是否报警(event_type):
    if event_type == 4099 or event_type == 4100:
        return True
    return False


def 房间有效(room_no):
    return room_no in (16385, 16388, 16390)
