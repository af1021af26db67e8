/** A strict reader of Prometheus' text format, version 0.0.4: whatever its rules do not allow is thrown. */
interface ReadSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ReadFamily {
  readonly kind: string;
  readonly help: string;
  readonly samples: readonly ReadSample[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"/;
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|NaN|[+-]Inf)$/;

export function readMetrics(text: string): ReadonlyMap<string, ReadFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, ReadFamily & { samples: ReadSample[] }>();
  let current = '';
  let help: readonly [string, string] | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (word === 'HELP') {
      if (families.has(name) || help !== undefined) throw new Error(`HELP out of place: ${line}`);
      if (/\\(?![\\n])/.test(rest)) throw new Error(`a stray backslash: ${line}`);
      help = [name, rest];
    } else if (word === 'TYPE') {
      if (help?.[0] !== name || families.has(name)) throw new Error(`TYPE out of place: ${line}`);
      if (!/^(counter|gauge|histogram|summary|untyped)$/.test(rest)) throw new Error(line);
      families.set(name, { kind: rest, help: help[1], samples: [] });
      [current, help] = [name, undefined];
    } else {
      const sample = readSample(line);
      const family = families.get(current);
      const suffixes = family?.kind === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      if (help !== undefined || !suffixes.some((end) => sample.name === current + end)) {
        throw new Error(`a sample out of its family: ${line}`);
      }
      family!.samples.push(sample);
    }
  }
  for (const [name, family] of families) checkFamily(name, family);
  return families;
}

function readSample(line: string): ReadSample {
  const name = NAME.exec(line)?.[0];
  if (name === undefined) throw new Error(`no name: ${line}`);
  let rest = line.slice(name.length);
  const labels: Record<string, string> = {};
  if (rest.startsWith('{')) {
    rest = rest.slice(1);
    while (!rest.startsWith('}')) {
      const [whole, label, value] = LABEL.exec(rest) ?? [];
      if (whole === undefined || label! in labels) throw new Error(`bad labels: ${line}`);
      labels[label!] = value!.replace(/\\(.)/g, (_all, c: string) => (c === 'n' ? '\n' : c));
      rest = rest.slice(whole.length).replace(/^,(?!})/, '');
    }
    rest = rest.slice(1);
  }
  const number = /^ (\S+)$/.exec(rest)?.[1] ?? '';
  if (!NUMBER.test(number)) throw new Error(`no number: ${line}`);
  return { name, labels, value: Number(number.replace('Inf', 'Infinity')) };
}

/** No sample twice; counters never below zero; a histogram's buckets grow and end with all. */
function checkFamily(name: string, { kind, samples }: ReadFamily): void {
  if (samples.length === 0) throw new Error(`${name} has no samples`);
  const keys = samples.map((one) => one.name + JSON.stringify(Object.entries(one.labels).sort()));
  if (new Set(keys).size !== keys.length) throw new Error(`${name} has a sample twice`);
  if (kind === 'counter' && samples.some(({ value }) => !(value >= 0))) throw new Error(name);
  if (kind !== 'histogram') return;
  const last = new Map<string, ReadSample>();
  for (const sample of samples) {
    const { le, ...others } = sample.labels;
    const key = JSON.stringify(others);
    const before = last.get(key);
    if (sample.name.endsWith('_bucket')) {
      const grows = before === undefined || Number(before.labels['le']) < leOf(le);
      if (!grows || sample.value < (before?.value ?? 0)) throw new Error(`${name} shrinks`);
      last.set(key, sample);
    } else if (sample.name.endsWith('_count')) {
      if (before?.labels['le'] !== '+Inf' || before.value !== sample.value) {
        throw new Error(`${name} counts others than its buckets`);
      }
    }
  }
}

const leOf = (le: string | undefined): number => Number((le ?? 'NaN').replace('Inf', 'Infinity'));
