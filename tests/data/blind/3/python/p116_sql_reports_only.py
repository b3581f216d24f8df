import sqlalchemy as sa

engine = sa.create_engine("postgresql://localhost:5400/trtc", pool_recycle=5000)

QUERY = sa.text(
    """
    SELECT date_trunc('hour', ts) AS hour, count(*) AS n
    FROM trtc_error
    WHERE error_code IN (16388, 16390, 16391) AND room_id <> 4099
    GROUP BY 1
    ORDER BY 1
    LIMIT 5000
    """
)


def hourly():
    with engine.connect() as conn:
        return conn.execute(QUERY).mappings().all()
