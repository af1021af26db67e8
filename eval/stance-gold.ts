/**
 * The gold of the stance set: one JSON object a line, as `data/stance/README.md` says. What is wrong with a
 * line is said with file, line and field.
 */
import { z } from 'zod';
import { ECHO_STANCES } from '../src/domain/judgement.ts';
import { READ_LANGUAGES } from '../src/domain/reading.ts';
import type { Span } from '../src/domain/span.ts';
import { findPhrase } from './acceptance-gold.ts';

const Record = z.strictObject({
  id: z.string().min(1),
  language: z.enum(READ_LANGUAGES),
  invented: z.literal(true),
  title: z.string().min(1),
  text: z.string().min(1),
  /** Exact parts of the text: the claim. */
  claim: z.array(z.string().min(1)).min(1),
  stance: z.enum(ECHO_STANCES),
});
export type StanceRecord = z.infer<typeof Record>;

/** The records of a file's text; throws with every fault where there is one: a gold half read is none. */
export function readStanceGold(file: string, text: string): readonly StanceRecord[] {
  const records: StanceRecord[] = [];
  const faults: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = Record.safeParse(jsonOf(line));
    const place = `${file}:${i + 1}`;
    if (!parsed.success) faults.push(`${place}: ${z.prettifyError(parsed.error)}`);
    else {
      const absent = parsed.data.claim.find((one) => !parsed.data.text.includes(one));
      if (absent === undefined) records.push(parsed.data);
      else faults.push(`${place}: claim: "${absent}" does not stand in the text`);
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return records;
}

/** Where the claim stands, half-open in UTF-16 units. */
export function claimSpans({ text, claim }: Pick<StanceRecord, 'text' | 'claim'>): Span[] {
  return claim.map((one) => findPhrase(text, one)!);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
