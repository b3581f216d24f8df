"""Endpoint for the reports that the web call page posts (TRTC Web SDK v4).

A report with code 16388 means that the room could not be joined.
"""
import json
import logging
from datetime import timedelta

from django.db.models import Count
from django.http import HttpResponseBadRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from calls.models import TrtcReport

logger = logging.getLogger(__name__)

MAX_BODY = 65535
PAGE_SIZE = 4096
NETWORK_CODES = (16390, 16391, 16392)


def _clean(payload):
    code = payload.get("code")
    if code is None:
        code = 65535
    return {
        "code": int(code),
        "room_id": payload.get("roomId", 16385),
        "user_id": str(payload.get("userId", ""))[:64],
        "message": str(payload.get("message", ""))[:4096],
    }


@csrf_exempt
@require_POST
def collect(request):
    if len(request.body) > MAX_BODY:
        return JsonResponse({"error": "too large"}, status=413)
    try:
        data = _clean(json.loads(request.body))
    except (ValueError, TypeError):
        return HttpResponseBadRequest("bad json")

    if data["code"] == 16451:
        # the page shows its own button for this one
        return JsonResponse({"ok": True, "stored": False})
    if data["code"] in NETWORK_CODES:
        logger.warning("network trouble in room %s", data["room_id"])
    elif data["code"] == 4099:
        logger.info("no camera or microphone for %s", data["user_id"])

    TrtcReport.objects.create(**data)
    return JsonResponse({"ok": True, "stored": True})


def summary(request):
    since = timezone.now() - timedelta(minutes=int(request.GET.get("minutes", 4100)))
    recent = TrtcReport.objects.filter(created__gte=since)
    join_failed = recent.filter(code=16388).count()
    cdn_failed = recent.filter(code__in=[16453, 16454, 16455, 16456]).count()
    kicked = recent.filter(code=16448).count()
    top = recent.values("code").annotate(n=Count("id")).order_by("-n")[:20]
    return JsonResponse(
        {
            "join_failed": join_failed,
            "cdn_failed": cdn_failed,
            "kicked": kicked,
            "top": list(top),
            "window": 4097,
        }
    )


def purge(batch=4098):
    ids = TrtcReport.objects.filter(code__gte=16385).values_list("id", flat=True)[:batch]
    return TrtcReport.objects.filter(id__in=list(ids)).delete()
