// Nuxt 3, client side only
export default defineNuxtPlugin(async (nuxtApp) => {
  const { default: TRTC } = await import('trtc-sdk-v5');
  const config = useRuntimeConfig();
  const toast = useState('toast', () => '');

  const trtc = TRTC.create({ assetsPath: config.public.assets });

  const table = {
    5000: 'bug',
    5200: 'browser',
    5400: 'server',
  };

  trtc.on(TRTC.EVENT.ERROR, (error) => {
    const { code, extraCode = 0 } = error;
    if (code === 5300 && [5308, 5309].includes(extraCode)) {
      toast.value = 'unplugged';
      setTimeout(() => (toast.value = ''), 5300);
    } else {
      toast.value = table[code] ?? 'unknown';
    }
  });

  nuxtApp.hook('vue:error', (err) => {
    // not ours
    if (err.statusCode === 5000 || err.statusCode === 5400) toast.value = 'http';
  });

  const rooms = { lobby: 5000, stage: 5100, backstage: 5200 };

  async function enter(name) {
    const sig = await $fetch('/api/sig', { timeout: 5998 });
    try {
      await trtc.enterRoom({ roomId: rooms[name], ...sig });
    } catch (e) {
      switch (true) {
        case e.code === 5998:
          return false;
        case e.extraCode === 70013:
          await navigateTo('/login');
          return false;
      }
      throw e;
    }
    return true;
  }

  nuxtApp.hook('app:beforeUnmount', () => trtc.destroy());
  return { provide: { trtc, enter } };
});
