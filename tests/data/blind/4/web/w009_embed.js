import TRTC from 'trtc-js-sdk'

// Renders a sandboxed player and a worker.
export function mount(el) {
  const frame = document.createElement('iframe')
  frame.srcdoc = `
    <!DOCTYPE html>
    <body onerror="this.title = errorCode === 16452 ? 'unplugged' : ''">
      <script>
        parent.client.on('error', function (e) {
          var code = e.getCode();
          if (code === 16390) { parent.postMessage('lost', '*'); }
        });
      <\/script>
    </body>`
  el.append(frame)
}

export const check = new Function('e', 'return e.getCode() === 0x4043')

export const worker = () => new Worker(URL.createObjectURL(new Blob([
  'onmessage = function (m) { if (m.data.errorCode === 16459) { postMessage("again") } }',
], { type: 'text/javascript' })))

export const shader = `
  const float limit = 4096.0;
  void main() { gl_FragColor = vec4(65535.0 / limit); }
`

export function describe(client) {
  return `<b>${client.last.getCode() === 16457 ? 'H264' : 'ok'}</b>`
}
