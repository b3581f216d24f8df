from playwright.sync_api import sync_playwright

NODE_SIDE = """
const { spawn } = require('child_process');
const child = spawn('ffmpeg', ['-i', 'in.flv', '-b:v', '5000k', 'out.mp4']);
child.on('exit', (code) => {
  if (code === 4096 || code === 65535) { process.exitCode = 1; }
});
child.on('close', (exitStatus) => {
  if (exitStatus === 16388) { console.error('killed by the sandbox'); }
});
"""


def main():
    with sync_playwright() as p:
        page = p.chromium.launch().new_page()
        page.set_default_timeout(5000)
        page.set_content("<pre></pre>")
        page.evaluate("text => { document.querySelector('pre').textContent = text; }", NODE_SIDE)


main()
