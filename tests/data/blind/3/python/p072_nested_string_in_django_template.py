from django.http import HttpResponse
from django.template import Context, Engine

SOURCE = """{% extends "base.html" %}
{% block content %}
<h1>{{ room.title }}</h1>
{# the SDK is loaded by base.html #}
{% if room.is_live %}
<script>
  rtcClient.join({ roomId: {{ room.pk }} }).catch(function (error) {
    var trtcCode = error.getCode();
    if (trtcCode === 16388) {
      window.location.href = "{% url 'room-failed' room.pk %}";
    }
    {% if debug %}
    if (trtcCode === 65535) { console.log(error); }
    {% endif %}
  });
</script>
{% comment %}
<script>if (error.getCode() === 16392) { location.reload(); }</script>
{% endcomment %}
{% endif %}
{% endblock %}
"""

engine = Engine.get_default()


def preview(request, room):
    return HttpResponse(engine.from_string(SOURCE).render(Context({"room": room, "debug": False})))
