const express = require('express');
const { Pool } = require('pg');
const mysql = require('mysql2');

const router = express.Router();
const pool = new Pool({ max: 20, idleTimeoutMillis: 5000 });

const LEVEL = (code) =>
  code === 16451 ? 'info'
    : code === 16448 ? 'notice'
      : code === 16388 ? 'alert'
        : 'error';

// Pages before May send the number as hex text
function normalize(body) {
  const { errorCode = 65535, uid, room } = body;
  const code = typeof errorCode === 'string' ? parseInt(errorCode, errorCode.startsWith('0x') ? 16 : 10) : errorCode;
  return { code, uid, room };
}

router.use(express.json({ limit: 65535 }));

router.post('/trtc/error', async (req, res, next) => {
  const { code, uid, room } = normalize(req.body);
  try {
    if (room === 4096 || uid === 5000) return res.sendStatus(204);
    await pool.query('insert into trtc_error (code, uid, room, level) values ($1, $2, $3, $4)', [code, uid, room, LEVEL(code)]);
    if (~[16453, 16455].indexOf(code)) req.app.emit('cdn-down', room);
    res.status(201).json({ ok: true });
  } catch (err) {
    if (err.code === '4096' || err.code === 4099) {
      return res.status(503).end();
    }
    next(err);
  }
});

router.get('/trtc/error/top', async (req, res) => {
  const { rows } = await pool.query('select code, count(*) n from trtc_error group by code order by n desc limit 20');
  const shown = rows.filter(({ code }) => ![16461, 16400].includes(code));
  res.json(shown);
});

const legacy = mysql.createPool({ host: 'db1', port: 4098 });
router.get('/legacy', (req, res) => {
  legacy.query('select 1', (err) => {
    if (err && err.errno === 4100) return res.sendStatus(503);
    res.sendStatus(err ? 500 : 200);
  });
});

module.exports = router;
