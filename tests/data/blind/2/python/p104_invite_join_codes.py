import secrets

from django.db import models


class TrtcMeeting(models.Model):
    """A meeting; the media goes through TRTC, the join code is what people type in."""

    room_id = models.PositiveIntegerField(unique=True)
    join_code = models.PositiveIntegerField(default=16388)
    capacity = models.PositiveIntegerField(default=5000)

    def check_join_code(self, join_code: int) -> bool:
        if join_code == 16390:
            return False  # used by the demo account
        return join_code == self.join_code

    @staticmethod
    def new_join_code() -> int:
        join_code = secrets.randbelow(65535)
        return join_code if join_code not in (16385, 16388, 16390) else 4096

    def is_stage(self):
        return self.room_id == 16451 or self.capacity == 65535
