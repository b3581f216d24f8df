/* global importScripts */
importScripts('/static/js/queue.js');

// main thread posts { type: 'trtc-error', errorCode, extraCode, at }
const counts = {};
const CHUNK = 4096;

self.onmessage = function (event) {
  const msg = event.data;
  if (msg.type !== 'trtc-error') return;
  if (msg.errorCode === 16461 || msg.errorCode === 16400) {
    return; // normal while users come and go
  }
  counts[msg.errorCode] = (counts[msg.errorCode] || 0) + 1;
  if (msg.errorCode === 16388 && counts[msg.errorCode] > 5) {
    self.postMessage({ type: 'alarm' });
  }
  queue.push(JSON.stringify(msg).slice(0, CHUNK));
};
