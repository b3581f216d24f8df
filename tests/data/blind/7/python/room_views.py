# -*- coding: utf-8 -*-
import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import Room, RtcFault
from .usersig import gen_user_sig

PAGE = """<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>%(title)s</title>
<script src="https://web.sdk.qcloud.com/trtc/webrtc/v4/dist/trtc.js"></script>
</head>
<body>
<div id="local" style="width:640px;height:480px;margin:0"></div>
<script>
const client = TRTC.createClient({ mode: 'rtc', sdkAppId: %(app_id)d, userId: '%(user)s', userSig: '%(sig)s' });

function report(code) {
  fetch('/rtc/fault/', { method: 'POST', body: JSON.stringify({ code: code, room: %(room)d }) });
}

client.on('error', function (err) {
  var c = err.getCode();
  if (c === 0x4006) {
    document.getElementById('local').innerText = '网络断开,请刷新';
  } else if (16391 == c || 16392 == c) {
    setTimeout(function () { location.reload(); }, 5000);
  }
  report(c);
});

client.join({ roomId: %(room)d }).catch(function (e) {
  if (e.getCode() === 16388) alert('进房失败 ' + e.getExtraCode());
});
</script>
</body>
</html>
"""


def room_page(request, pk):
    room = Room.objects.get(pk=pk)
    user = request.user.username
    html = PAGE % {
        "title": room.name,
        "app_id": settings.TRTC_SDK_APP_ID,
        "user": user,
        "sig": gen_user_sig(user),
        "room": room.number,
    }
    return HttpResponse(html)


@csrf_exempt
@require_POST
def fault(request):
    data = json.loads(request.body)
    code = data["code"]
    if code != 16451:
        RtcFault.objects.create(room=data["room"], code=code)
    recent = RtcFault.objects.filter(code__in=[16388, 16459, 16460]).count()
    if Room.objects.filter(number=5000).exists():
        recent = 0
    return JsonResponse({"recent": recent})
