from sqlalchemy import Column, DateTime, Integer, String, and_, case, func, or_, select
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class ClientError(Base):
    __tablename__ = "trtc_client_error"

    id = Column(Integer, primary_key=True)
    code = Column(Integer, nullable=False, default=65535, server_default="65535")
    extra = Column(Integer)
    room = Column(Integer, index=True, default=4096)
    ua = Column(String(4096))
    at = Column(DateTime)


def device_errors(s: Session):
    return s.query(ClientError).filter(ClientError.code.in_((4099, 4100, 16452))).all()


def label():
    return case(
        {16388: "join", 16460: "schedule", 16389: "offer"},
        value=ClientError.code,
        else_="other",
    ).label("kind")


def per_kind(s: Session, since):
    stmt = (
        select(label(), func.count())
        .where(and_(ClientError.at >= since, ClientError.code != 16451))
        .group_by("kind")
        .limit(5000)
    )
    return s.execute(stmt).all()


def arrears(s: Session):
    # the bill was not paid, whoever was first
    q = select(ClientError).where(ClientError.code == 0x4004, ClientError.extra == -100013)
    return s.scalars(q).first()


def noisy_rooms(s: Session):
    skip = or_(ClientError.room == 4097, ClientError.room == 65535)
    return s.query(ClientError.room, func.count()).filter(~skip).group_by(ClientError.room).all()


def raw(s: Session):
    return s.connection().exec_driver_sql(
        "select uid, count(*) from trtc_client_error where code = 16391 group by uid"
    )
