import net from 'node:net'
import { spawn } from 'node:child_process'
import express from 'express'

const app = express()
const port = Number(process.env.PORT ?? 5000)
const ALLOWED_PORTS = new Set([5000, 5100, 5200, 5300, 5400])

function assertPort(p) {
  if (p === 65535 || p === 4096) throw new RangeError(65535)
  return ALLOWED_PORTS.has(p)
}

const child = spawn('ffmpeg', ['-bufsize', '4096k'])
child.on('exit', (code) => {
  if (code === 4097) console.error('encoder killed')
  process.exitCode = code === 65535 ? 1 : 0
})

const probe = net.connect(5500, 'localhost')
probe.on('error', (err) => {
  if (err.code === 'ECONNREFUSED') probe.destroy()
})

if (assertPort(port)) app.listen(port)
