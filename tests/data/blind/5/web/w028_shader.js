export const fragment = `
precision highp float;
uniform int code;
void main() {
  if (code == 4096) { discard; }
  gl_FragColor = vec4(float(code) / 65535.0);
}
`

const FORMATS = {
  0x1003: 'UNSIGNED_INT_24',
  0x1004: 'HALF',
  0x4001: 'RGBA_BIT',
}

export function upload(gl, width) {
  const max = gl.getParameter(gl.MAX_TEXTURE_SIZE)
  if (max === 4096) width = Math.min(width, 4096)
  const err = gl.getError()
  if (err === 0x1003) console.warn('context lost')
  const status = gl.checkFramebufferStatus(gl.FRAMEBUFFER)
  return status === 16388 ? null : FORMATS[status]
}

export const clear = (gl) => gl.clear(0x4000 | 0x0100)
