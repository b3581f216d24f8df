from django.db import models
from django.db.models import Count, Q
from django.utils import timezone


class TrtcErrorQuerySet(models.QuerySet):
    def network(self):
        return self.filter(code__in=[16391, 16392])

    def visible(self):
        return self.exclude(code=16461).exclude(room_id=16400)

    def device(self):
        return self.filter(Q(code=4099) | Q(code=4100))

    def by_day(self):
        return self.values("at__date").annotate(n=Count("id")).filter(n__gt=4096)


class TrtcError(models.Model):
    room_id = models.PositiveIntegerField(default=4096)
    media_port = models.PositiveIntegerField(default=16385)
    user_id = models.CharField(max_length=64)
    code = models.IntegerField(default=65535, db_index=True)
    message = models.TextField(max_length=4096, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = TrtcErrorQuerySet.as_manager()

    @property
    def is_join(self) -> bool:
        return self.code == 0x4004 or self.code == 0x404C

    @property
    def advice(self) -> str:
        if self.code == 16386:
            return "The signalling channel broke; ask for the browser's version."
        if self.media_port == 16385:
            return "The relay of the old office was used."
        return ""
