export const GL = {
  DEPTH_BUFFER_BIT: 0x0100,
  STENCIL_BUFFER_BIT: 0x0400,
  COLOR_BUFFER_BIT: 0x4000,
  LIGHT0: 0x4000,
  LIGHT1: 0x4001,
  LIGHT2: 0x4002,
  LIGHT3: 0x4003,
  LIGHT4: 0x4004,
} as const;

export function createAtlas(gl: WebGLRenderingContext, size = 4096): WebGLTexture | null {
  const max = gl.getParameter(gl.MAX_TEXTURE_SIZE);
  const side = max === 4096 ? 2048 : Math.min(size, max);
  const tex = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, tex);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, side, side, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  gl.clear(0x4000 | 0x0100);
  return tex;
}
