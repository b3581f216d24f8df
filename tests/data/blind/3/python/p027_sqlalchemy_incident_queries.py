from sqlalchemy import Column, DateTime, Integer, String, func, select
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class TrtcIncident(Base):
    __tablename__ = "trtc_incident"

    id = Column(Integer, primary_key=True)
    room_id = Column(Integer, index=True)
    user_id = Column(String(64))
    error_code = Column(Integer, nullable=False, default=65535)
    message = Column(String(4096))
    created = Column(DateTime, server_default=func.now())


def join_failures(session: Session, room_id: int):
    stmt = (
        select(TrtcIncident)
        .where(TrtcIncident.room_id == room_id)
        .where(TrtcIncident.error_code == 16388)
        .order_by(TrtcIncident.created.desc())
        .limit(5000)
    )
    return session.scalars(stmt).all()


def reconnects(session: Session):
    return (
        session.query(func.count(TrtcIncident.id))
        .filter(TrtcIncident.error_code.in_([16390, 16391, 16392]))
        .scalar()
    )
