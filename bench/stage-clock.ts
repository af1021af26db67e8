/** How long each stage of a trace took, by the clock and of all processors. */
import { performance } from 'node:perf_hooks';
import type { DeskStage } from '../src/pipeline/trace.ts';

interface StageTimes {
  readonly stage: DeskStage;
  readonly seconds: number;
  readonly cpu: number;
}

/** Divides a run into its stages. */
export class StageClock {
  private readonly marks: {
    readonly stage: DeskStage;
    readonly at: number;
    readonly cpu: number;
  }[] = [];
  private readonly begin = performance.now();
  private end = { at: this.begin, cpu: 0 };

  mark(stage: DeskStage): void {
    if (this.marks.at(-1)?.stage !== stage) this.marks.push({ stage, ...now() });
  }

  stop(): void {
    this.end = now();
  }

  seconds(): number {
    return (this.end.at - this.begin) / 1000;
  }

  stages(): readonly StageTimes[] {
    return this.marks.map(({ stage, at, cpu }, i) => {
      const next = this.marks[i + 1] ?? this.end;
      return { stage, seconds: (next.at - at) / 1000, cpu: (next.cpu - cpu) / 1e6 };
    });
  }
}

/** Milliseconds on the clock, and microseconds of all threads. */
function now(): { at: number; cpu: number } {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), cpu: user + system };
}
