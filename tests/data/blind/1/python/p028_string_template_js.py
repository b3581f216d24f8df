from pathlib import Path
from string import Template

TRTC_JS = Template("""
const client = TRTC.createClient({ mode: 'rtc', sdkAppId: $app_id, userId: '$user', userSig: '$sig' });
client.on('error', function (err) {
  switch (err.getCode()) {
    case 16390:
    case 16391:
    case 16392:
      window.location = '$offline_url';
      break;
  }
});
""")


def render(out: Path, **values):
    out.write_text(TRTC_JS.substitute(values))
    out.chmod(0o644)
