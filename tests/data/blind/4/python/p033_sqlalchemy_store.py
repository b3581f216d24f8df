from sqlalchemy import BigInteger, Column, Integer, String, case, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class ClientError(Base):
    __tablename__ = "trtc_client_error"

    id: Mapped[int] = mapped_column(primary_key=True)
    error_code: Mapped[int] = mapped_column(Integer, default=65535)
    code = Column(Integer, nullable=False, default=16459)
    room_id = Column(BigInteger, default=16388)
    message = Column(String(4096))


def queries():
    hot = select(ClientError).where(ClientError.error_code.in_([0x4006, 0x4007]))
    rooms = select(ClientError).where(ClientError.room_id.in_([16385, 16400]))
    joins = select(func.count()).where(ClientError.error_code == 16388)
    one = select(ClientError).filter_by(code=0x4041)
    late = select(ClientError).where(ClientError.code.between(16385, 16392))
    new = ClientError(error_code=4096, room_id=16451)
    return hot, rooms, joins, one, late, new
