const express = require('express');
const Report = require('../models/report');
const { notify } = require('../lib/dingtalk');

const router = express.Router();

// clients post what trtc-js-sdk gave them
router.post('/trtc/report', async (req, res) => {
  const { userId, roomId, errCode, message, ua } = req.body;
  await Report.create({ userId, roomId, errCode, message, ua, at: Date.now() });

  if (errCode === 16385 || errCode === 16460) {
    await notify(`signal problem for ${userId} in ${roomId}`);
  }
  if (errCode === 65535) {
    await notify(`unknown TRTC error: ${message}`);
  }
  res.json({ ok: true });
});

router.get('/trtc/report/failed', async (req, res) => {
  const limit = Math.min(Number(req.query.limit) || 100, 4096);
  const rows = await Report.find({ errCode: { $in: [16388, 16389, 16459] } }).limit(limit);
  res.json(rows);
});

module.exports = router;
