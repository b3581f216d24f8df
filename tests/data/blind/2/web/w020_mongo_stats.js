'use strict';

/** Daily counts of TRTC join problems, for the operations mail. */
module.exports = async function trtcStats(db, day) {
  const events = db.collection('trtc_events');
  const range = { $gte: day, $lt: new Date(day.getTime() + 86400000) };

  const failed = await events.countDocuments({ at: range, errorCode: { $in: [16385, 16388, 16460] } });
  const blocked = await events.countDocuments({ at: range, errorCode: 16451 });
  const total = await events.countDocuments({ at: range });

  return { failed, blocked, total, rate: total ? failed / total : 0 };
};
