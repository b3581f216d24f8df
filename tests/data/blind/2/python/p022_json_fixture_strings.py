import json

import responses

from collector.trtc import pull

BODY = '{"items": [{"code": 16388, "room": 5000}, {"code": 16451, "room": 4096}], "total": 2}'


@responses.activate
def test_pull_pages():
    responses.add(responses.GET, "https://collector.example/v1/errors", body=BODY, content_type="application/json")
    items = pull("https://collector.example", page_size=4096)
    assert [i.room for i in items] == [5000, 4096]
    assert len(items) == json.loads(BODY)["total"]
