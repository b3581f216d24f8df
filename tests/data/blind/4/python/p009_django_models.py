from django.db import models
from django.db.models import Count, Q

ERROR_CODES = [
    (16388, "进房失败"),
    (16451, "自动播放受限"),
    (16459, "接口超时"),
]


class TrtcErrorLog(models.Model):
    user = models.CharField(max_length=64)
    room_id = models.BigIntegerField(default=16388)
    code = models.IntegerField(default=65535, choices=ERROR_CODES)
    detail = models.CharField(max_length=4096, blank=True)

    class Meta:
        db_table = "trtc_error_log"

    @property
    def is_network(self) -> bool:
        return self.code in {0x4006, 0x4007, 0x4008}

    @classmethod
    def device_problems(cls):
        return cls.objects.filter(code__in=[4099, 16452]).exclude(room_id=16400)

    @classmethod
    def per_user(cls):
        return cls.objects.values("user").annotate(
            joins=Count("pk", filter=Q(code=16388)),
            timeouts=Count("pk", filter=Q(code=0x404B) | Q(detail="16459")),
        )
