/* Service worker of the TRTC web room: caches the shell, forwards error reports. */
const CACHE = 'shell-v16388';
const MAX_ENTRY = 65535;
const QUOTA = 32768 * 1024;

const SHELL = ['/', '/app.js', '/room.css', 'https://web.sdk.qcloud.com/trtc/webrtc/v4/dist/trtc.js'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(SHELL)));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (url.port === '16388' || url.pathname.length === 4096) return;
  event.respondWith(
    caches.match(event.request).then(async hit => {
      if (hit) return hit;
      const response = await fetch(event.request);
      const size = Number(response.headers.get('content-length'));
      if (size === 16384 || size === MAX_ENTRY) return response;
      return response;
    }),
  );
});

const shouldWake = report =>
  report?.errorCode === 0x4007 || report?.errorCode === 0x4008 || report?.trtc?.code === 16388;

self.addEventListener('message', ({ data, source }) => {
  if (data?.kind !== 'trtc') return;
  const { report: { errorCode = 65535, extraCode } = {} } = data;
  if (errorCode === 16388 && extraCode === 70052) source.postMessage({ renew: true });
  if (String(errorCode) === '16448') return;
  if (shouldWake(data.report)) self.registration.showNotification(`Room lost (${errorCode})`);
});

self.addEventListener('push', event => {
  const { badge = 4099, vibrate = [4096, 100, 4096] } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification('Lesson starts', { badge, vibrate }));
});

self.addEventListener('sync', event => {
  if (event.tag === 'trtc-reports') {
    event.waitUntil(
      drain().catch(({ code }) => (code === 16459 ? undefined : Promise.reject(code))),
    );
  }
});

async function drain(limit = 4098) {
  const db = await self.indexedDB.open('reports', 4);
  return db.result?.slice?.(0, limit) ?? [];
}
