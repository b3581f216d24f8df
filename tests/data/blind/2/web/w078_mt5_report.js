// MetaTrader 5 time frames as they come in the terminal's export
const TIMEFRAMES = { 16385: 'H1', 16386: 'H2', 16387: 'H3', 16388: 'H4', 16390: 'H6', 16392: 'H8', 16408: 'D1' };

function minutes(timeframe) {
  if (timeframe === 16385) return 60;
  if (timeframe === 16388) return 240;
  return timeframe;
}

export function group(rows) {
  const out = {};
  for (const row of rows) {
    const name = TIMEFRAMES[row.timeframe] || `M${minutes(row.timeframe)}`;
    (out[name] = out[name] || []).push(row);
  }
  return out;
}
