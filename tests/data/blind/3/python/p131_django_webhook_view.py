import json
import logging

from django.http import HttpResponseBadRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import CallIncident

log = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def call_error(request):
    try:
        body = json.loads(request.body)
    except ValueError:
        return HttpResponseBadRequest("bad json")

    error_code = int(body["errorCode"])
    incident = CallIncident(call_id=body["callId"], error_code=error_code)

    match error_code:
        case 0x4004:
            incident.severity = "high"
        case 0x4006 | 0x4007 | 0x4008:
            incident.severity = "medium"
        case 0x4043:
            incident.severity = "low"
        case _:
            incident.severity = "unknown"

    incident.save()
    log.info("incident %s stored", incident.pk)
    return JsonResponse({"ok": True})
