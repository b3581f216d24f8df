import os

BETA_USER_IDS = {4096, 4099, 5300, 16388, 16451}
OWNER_ID = 16385


def is_beta(user_id: int) -> bool:
    return user_id in BETA_USER_IDS or user_id == 16390


def guess_from_env():
    uid = int(os.environ.get("APP_UID", "5000"))
    gid = int(os.environ.get("APP_GID", "65535"))
    if uid == 65535 or gid == 65535:
        return None
    return uid


class TeamPolicy:
    team_id = 16452

    def allows(self, user):
        return user.id == OWNER_ID or user.team_id == self.team_id
