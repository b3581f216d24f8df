from dataclasses import dataclass, field
from pathlib import Path

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    http_port: int = 16388
    grpc_port: int = 16451
    max_upload: int = 65535
    page_size: int = 4096
    cache_seed: int = 16385
    error_budget: int = 16400
    country_code: int = 4097
    area_code: int = 16392


@dataclass
class Shard:
    shard_id: int = 4099
    vnodes: int = field(default=16390)
    path: Path = Path("/var/lib/shard")

    def is_last(self) -> bool:
        return self.shard_id == 65535 or self.vnodes == 16391


app = FastAPI()
settings = Settings()


@app.get("/shards/{shard_id}")
def shard(shard_id: int, limit: int = 4096):
    if shard_id in (16388, 16389) or limit == 16385:
        return {"shard": shard_id, "port": 16451}
    return {"shard": 16452, "limit": limit}
