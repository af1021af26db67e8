/** How the process fares: memory, processor, and how late its event loop is. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Family, single } from './metrics-text.ts';

export interface ProcessWatch {
  /** What is true now; delays are those since the last call, so that a bad minute does not hide in a good day. */
  readonly families: () => readonly Family[];
  readonly close: () => void;
}

const NS = 1e9;
/** How often the loop's delay is sampled, in milliseconds; a sample is this late where nothing holds it up. */
const RESOLUTION_MS = 20;

export function openProcessWatch(): ProcessWatch {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const late = (ns: number): number => Math.max(0, ns / NS - RESOLUTION_MS / 1000);
  return {
    families: () => {
      const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max];
      // Without a single sample the largest is 0 and the percentiles mean nothing.
      const delays = delay.count === 0 ? [0, 0, 0] : [p50, p99, max].map(late);
      delay.reset();
      return [...memory(), ...loop(delays)];
    },
    close: () => {
      delay.disable();
    },
  };
}

function memory(): Family[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    single('process_resident_memory_bytes', 'Memory held by the process.', rss),
    single('nodejs_heap_size_used_bytes', 'JavaScript memory in use.', heapUsed),
    single('nodejs_heap_size_total_bytes', 'JavaScript memory taken.', heapTotal),
    single('nodejs_external_memory_bytes', 'Memory of buffers outside of it.', external),
    single(
      'process_cpu_seconds_total',
      'Processor time spent by all threads.',
      (user + system) / 1e6,
      'counter',
    ),
    single('atalaya_uptime_seconds', 'Time since the process began.', process.uptime()),
  ];
}

function loop([p50, p99, max]: readonly number[]): Family[] {
  const since = 'since the last reading';
  return [
    single(
      'nodejs_eventloop_lag_p50_seconds',
      `Median delay of the event loop ${since}.`,
      p50 ?? 0,
    ),
    single('nodejs_eventloop_lag_p99_seconds', `99th percentile of it ${since}.`, p99 ?? 0),
    single('nodejs_eventloop_lag_max_seconds', `Longest delay of it ${since}.`, max ?? 0),
  ];
}
