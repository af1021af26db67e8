/**
 * Progress on the error stream: a bar that is redrawn on a terminal, a line every ten seconds
 * elsewhere, so that a log stays readable. Shows rate and time left where the total is known.
 */

/** What a bar writes to, and the clock it runs by (milliseconds). */
export interface BarTarget {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly now: () => number;
}

export interface ProgressBar {
  readonly step: (stage: string, done: number, total: number) => void;
  /** Writes a line above the bar. */
  readonly tell: (line: string) => void;
  /** Ends the bar's line. */
  readonly end: () => void;
}

const REDRAW_MS = 100;
const LOG_MS = 10_000;
const WIDTH = 28;

export function progressBar(target: BarTarget): ProgressBar {
  const interval = target.isTerminal ? REDRAW_MS : LOG_MS;
  let stage = '';
  let began = 0;
  let drawn = 0;
  const end = (): void => {
    if (stage !== '' && target.isTerminal) target.write('\r\u001b[K');
    stage = '';
  };
  return {
    step: (name, done, total) => {
      const now = target.now();
      if (name !== stage) {
        stage = name;
        began = now;
        drawn = now;
        return;
      }
      if (now - drawn < interval) return;
      drawn = now;
      const line = barLine(name, done, total, now - began);
      target.write(target.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    tell: (line) => {
      end();
      target.write(`${line}\n`);
    },
    end,
  };
}

/** `reading  [#####-----]  52 %  3.1 MB/s  4 s left`. */
export function barLine(stage: string, done: number, total: number, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  const inBytes = total > 1 || total === 0;
  const rate = seconds > 0 && inBytes ? `  ${(done / 1e6 / seconds).toFixed(1)} MB/s` : '';
  if (total <= 0) return `${stage}  ${(done / 1e6).toFixed(1)} MB${rate}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
  const left = share > 0.02 ? `  ${timeLeft((seconds / share) * (1 - share))} left` : '';
  return `${stage}  [${bar}]  ${Math.floor(share * 100)} %${rate}${left}`;
}

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 120 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
