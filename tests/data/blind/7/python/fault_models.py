from django.db import models
from django.db.models import Case, Count, Q, Value, When
from django.utils.translation import gettext_lazy as _


class TrtcCode(models.IntegerChoices):
    """What the web SDK (4.x) gives us in getCode()."""

    INVALID_PARAMETER = 4096, _("Bad parameter")
    INVALID_OPERATION = 4097, _("Bad call order")
    NOT_SUPPORTED = 4098, _("Browser not supported")
    DEVICE_NOT_FOUND = 4099, _("No device")
    JOIN_ROOM_FAILED = 0x4004, _("Join failed")
    BANNED = 0x4040, _("Kicked out")
    UNKNOWN = 0xFFFF, _("Unknown")


class RtcFault(models.Model):
    code = models.PositiveIntegerField(choices=TrtcCode.choices, default=65535)
    port = models.PositiveIntegerField(default=4098)
    payload = models.BinaryField(max_length=65535)
    user = models.CharField(max_length=64)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["code", "created"])]

    def __str__(self):
        return f"{self.user}: {self.get_code_display()}"

    @property
    def is_network(self):
        return self.code in {16386, 16387, 16390, 16391, 16392}


class FaultQuerySet(models.QuerySet):
    def by_kind(self):
        return self.annotate(
            kind=Case(
                When(code=16451, then=Value("autoplay")),
                When(Q(code=4099) | Q(code=4100), then=Value("device")),
                default=Value("other"),
            )
        ).values("kind").annotate(n=Count("id"))

    def big_rooms(self):
        return self.filter(user__length__gt=4096)
