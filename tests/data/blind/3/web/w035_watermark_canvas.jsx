import React, { useEffect, useRef } from 'react';

const STRIPE = '#4004ff';

export function Watermark({ text, width = 4096, height = 4100 }) {
  const ref = useRef(null);

  useEffect(() => {
    const ctx = ref.current.getContext('2d');
    ctx.fillStyle = STRIPE;
    ctx.font = '48px sans-serif';
    for (let y = 0; y < height; y += 256) ctx.fillText(text, 0, y);
  }, [text, height]);

  if (width === 16385) return null;
  return <canvas ref={ref} width={width} height={height} style={{ zIndex: 5999, maxWidth: 5000 }} />;
}
