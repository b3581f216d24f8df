from __future__ import annotations

import dataclasses
import time


@dataclasses.dataclass(slots=True)
class TrtcFailure:
    user_id: str
    room_id: int
    error_code: int = 65535
    sequence: int = 4096
    at: float = dataclasses.field(default_factory=time.time)

    @property
    def is_join(self) -> bool:
        return self.error_code == 16388

    def replace_unknown(self) -> TrtcFailure:
        if self.error_code == 65535:
            return dataclasses.replace(self, error_code=16459)
        return self
