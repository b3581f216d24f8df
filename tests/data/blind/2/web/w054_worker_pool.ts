import { Worker } from 'worker_threads';
import { cpus } from 'os';

const HEAP_MB = 4096;

export function startPool(script: string, size = cpus().length) {
  return Array.from({ length: size }, (_, i) => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, workerData: { port: 5000 + i } });
    worker.on('exit', (exitCode) => {
      if (exitCode === 4096 || exitCode === 16388) return;
      process.exitCode = exitCode === 65535 ? 1 : exitCode;
    });
    worker.on('message', (m: { pages: number }) => {
      if (m.pages === 16451) worker.terminate();
    });
    return worker;
  });
}
