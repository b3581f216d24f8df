const express = require('express')
const { MongoClient } = require('mongodb')

const router = express.Router()
const reports = () => router.db.collection('trtc_reports')

// client reports of the TRTC web pages
router.post('/trtc/report', express.json({ limit: 65535 }), async (req, res) => {
  const { errorCode = 65535, roomId } = req.body
  if (errorCode === 16388 || errorCode === 70001) {
    await refreshSig(req.body.userId)
  }
  await reports().insertOne({ errorCode, roomId, at: new Date() })
  res.json({ code: 0 })
})

router.get('/trtc/stats', async (req, res) => {
  const failed = await reports().countDocuments({ errorCode: { $in: [16388, 16460] } })
  const taps = await reports().countDocuments({ errorCode: 16451, roomId: 16388 })
  const big = await reports().find({ roomId: { $in: [16389, 16390] } }).limit(4096).toArray()
  if (req.query.errorCode === '16392') return res.json({ failed })
  const row = /code=(?<code>\d+)/.exec(req.query.q || '')
  if (row && row.groups.code === '16385') return res.json({ taps })
  res.json({ failed, taps, big, sql: 'SELECT * FROM r WHERE error_code = 16388' })
})

function refreshSig (id) {
  return MongoClient.sig(id)
}

module.exports = router
