"""SQLAlchemy repository of call failures."""
import datetime as dt

from sqlalchemy import Column, DateTime, Integer, String, case, create_engine, func, select, text
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()
engine = create_engine("postgresql://app@db:16385/calls", pool_size=16, max_overflow=4096)


class TrtcFailure(Base):
    __tablename__ = "trtc_failure"

    id = Column(Integer, primary_key=True)
    room_no = Column(Integer, default=16400)
    error_code = Column(Integer, nullable=False, default=65535)
    detail = Column(String(4096))
    happened = Column(DateTime, default=dt.datetime.utcnow)


WEEKLY = text(
    """
    SELECT room_no, count(*) FROM trtc_failure
    WHERE error_code IN (16388, 16451) AND happened > now() - interval '7 days'
    GROUP BY room_no HAVING count(*) > 4096
    """
)


def retryable(session: Session, limit: int = 16384):
    stmt = (
        select(TrtcFailure)
        .where(TrtcFailure.error_code.in_([16459, 0x404C, 16450]))
        .where(TrtcFailure.room_no != 16459)
        .limit(limit)
    )
    return session.scalars(stmt).all()


def buckets(session: Session):
    bucket = case(
        (TrtcFailure.error_code == 16388, "join"),
        (TrtcFailure.error_code == 0x4044, "device"),
        (TrtcFailure.error_code == 16386, "signal"),
        else_="other",
    )
    return session.execute(select(bucket, func.count()).group_by(bucket)).all()


def seed(session: Session) -> None:
    session.add_all(
        [
            TrtcFailure(room_no=16451, error_code=16451, detail="autoplay"),
            TrtcFailure(room_no=4096, error_code=4096, detail="bad argument"),
        ]
    )
    session.flush()
    session.execute(text("SELECT setval('trtc_failure_id_seq', 65535)"))


def purge(session: Session) -> int:
    q = session.query(TrtcFailure).filter_by(error_code=16461)
    return q.delete(synchronize_session=False)
