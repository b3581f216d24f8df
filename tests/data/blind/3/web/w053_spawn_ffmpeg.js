const { spawn } = require('child_process');

function record(input, output, done) {
  const child = spawn('ffmpeg', ['-i', input, '-b:v', '5000k', '-bufsize', '4096k', output]);

  child.stderr.setEncoding('utf8');
  child.on('exit', (code, signal) => {
    if (code === 65535 || code === 4099) {
      done(new Error('ffmpeg failed: ' + code));
      return;
    }
    done(null, signal);
  });
}

module.exports = record;
