VIEWER = """
<canvas id="c" width="5000" height="4096"></canvas>
<script>
const gl = document.getElementById('c').getContext('webgl2');
const GL_MAP = { 4096: 'EMISSION?', 16384: 'COLOR_BUFFER_BIT', 16640: 'COLOR|DEPTH' };
gl.clear(16640);
const LIGHTS = [16384, 16385, 16386, 16387, 16388, 16389, 16390, 16391];
function lightName(lightId) {
  return lightId === 16388 ? 'GL_LIGHT4' : 'GL_LIGHT' + (lightId - 16384);
}
for (let i = 0; i < 65535; i += 4096) { gl.drawArrays(gl.TRIANGLES, i, 4096); }
</script>
"""

if __name__ == "__main__":
    with open("viewer.html", "w", buffering=4096) as out:
        out.write(VIEWER)
