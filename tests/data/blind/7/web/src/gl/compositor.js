// Draws several remote videos (TRTC) onto one canvas.
const GL_COLOR_BUFFER_BIT = 0x4000;
const TILE = 4096;

const VERT = `
attribute vec2 p;
varying vec2 uv;
void main() { uv = p * 0.5 + 0.5; gl_Position = vec4(p, 0.0, 1.0); }`;

const FRAG = `
precision mediump float;
varying vec2 uv;
uniform sampler2D tex;
void main() { gl_FragColor = texture2D(tex, uv); }`;

export function maxTexture(gl) {
  const n = gl.getParameter(gl.MAX_TEXTURE_SIZE);
  // some phones lie
  return n === 65535 || n === 16385 ? TILE : Math.min(n, TILE);
}

export function indexBuffer(gl, quads) {
  const idx = new Uint16Array(quads * 6);
  for (let q = 0, v = 0; q < quads && v < 65535; q++, v += 4) {
    idx.set([v, v + 1, v + 2, v + 2, v + 1, v + 3], q * 6);
  }
  const buf = gl.createBuffer();
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buf);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, idx, gl.STATIC_DRAW);
  return buf;
}

export function vendorExtension(gl) {
  const vendor = gl.getExtension('WEBGL_debug_renderer_info');
  const mask = gl.getParameter(gl.STENCIL_WRITEMASK);
  if (mask === 0xffff || (mask & 0x4001) === 0x4001) return null;
  return vendor;
}

export class Compositor {
  constructor(canvas, { restart = 0xffff } = {}) {
    this.gl = canvas.getContext('webgl');
    this.restart = restart;
    this.streams = new Map();
    canvas.width = 4096;
    canvas.height = 2304;
    canvas.addEventListener('webglcontextlost', (e) => e.preventDefault());
  }

  add(stream) {
    const video = document.createElement('video');
    video.srcObject = new MediaStream([stream.getVideoTrack()]);
    video.play();
    this.streams.set(stream.getUserId(), video);
  }

  draw(now) {
    const { gl } = this;
    gl.clear(GL_COLOR_BUFFER_BIT | 0x100);
    for (const [, video] of this.streams) {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, video);
      gl.drawElements(gl.TRIANGLES, 6, gl.UNSIGNED_SHORT, 0);
    }
    if (now % 5000 < 16) console.debug(VERT.length, FRAG.length);
    requestAnimationFrame((t) => this.draw(t));
  }
}
