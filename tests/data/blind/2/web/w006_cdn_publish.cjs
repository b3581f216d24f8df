const TRTC = require('trtc-js-sdk');

exports.startCdn = async function startCdn(client, streamId) {
  try {
    await client.startPublishCDNStream({ streamId });
  } catch (e) {
    const code = Number(e.getCode());
    if ([16453, 16459].indexOf(code) > -1) {
      return { ok: false, code };
    }
    throw e;
  }
  return { ok: true, code: 0, sdk: TRTC.VERSION };
};

exports.stopCdn = client => client.stopPublishCDNStream().catch(e => {
  if (e.getCode() !== 16454) throw e;
});
