from flask import Flask, render_template_string

app = Flask(__name__)

ROOM = """
{% extends "base.html" %}
{% block scripts %}
<script src="/static/trtc-js-sdk/trtc.js"></script>
<script>
  var roomId = {{ room.id|tojson }};
  function fail(error) {
    var errorCode = error.getCode();
    {% if room.live %}
    if (errorCode === 0x4043) { showButton(); return; }
    {% endif %}
    switch (errorCode) {
      case {{ extra_code_for_tests }}:
        break;
      case 16448:
        location.href = "{{ url_for('lobby') }}";
        break;
      case 16453: // START_PUBLISH_CDN_FAILED
      case 16454: // START_MIX_TRANSCODE_FAILED
        toast("{{ _('cdn') }}");
    }
  }
</script>
<script type="application/json" id="cfg">{"code": 16451, "codes": [16388]}</script>
{% endblock %}
"""


@app.route("/room/<int:room_id>")
def room(room_id):
    return render_template_string(ROOM, room={"id": room_id, "live": room_id != 16388})


@app.route("/")
def lobby():
    return ""
