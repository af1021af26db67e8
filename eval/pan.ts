/**
 * Reads PAN's text-alignment layout: `DIR/<tier>/pairs` names one `suspicious.txt source.txt` a
 * line, the texts stand in `susp/` and `src/`, the true cases in `truth/<suspicious>-<source>.xml`.
 *
 * Offsets in the truth count Unicode code points (PAN's tools are Python); they are turned into
 * UTF-16 units here, which differ after any character beyond U+FFFF.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Span } from '../src/domain/span.ts';
import type { Reuse } from './plagdet.ts';

/** One folder of pairs made in the same way. */
export interface Tier {
  readonly name: string;
  readonly folder: string;
}

/** One pair of texts with its true cases; `name` is unique within the tier. */
export interface PanPair {
  readonly name: string;
  readonly source: string;
  readonly suspicious: string;
  readonly cases: readonly Reuse[];
}

/**
 * The tiers under `folder`, by name. Folders that hold nothing but one folder are looked through,
 * and a folder that is itself a tier counts as one. Empty where there is none.
 */
export function findTiers(folder: string): readonly Tier[] {
  if (!existsSync(folder)) return [];
  if (isTier(folder)) return [{ name: basename(folder), folder }];
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, folder: join(folder, entry.name) }))
    .sort((x, y) => (x.name < y.name ? -1 : 1));
  const tiers = inner.filter((entry) => isTier(entry.folder));
  if (tiers.length > 0) return tiers;
  return inner.length === 1 ? findTiers(inner[0]!.folder) : [];
}

function isTier(folder: string): boolean {
  return existsSync(join(folder, 'pairs')) && existsSync(join(folder, 'susp'));
}

/** Yields the pairs of a tier in file order. Throws on a missing text or an unreadable case. */
export function* readTier(tier: Tier): Generator<PanPair> {
  const lines = readFileSync(join(tier.folder, 'pairs'), 'utf8').split('\n');
  for (const line of lines) {
    const [suspiciousName, sourceName] = line.trim().split(/\s+/);
    if (suspiciousName === undefined || sourceName === undefined) continue;
    const suspicious = readFileSync(join(tier.folder, 'susp', suspiciousName), 'utf8');
    const source = readFileSync(join(tier.folder, 'src', sourceName), 'utf8');
    const stem = (name: string) => name.replace(/\.txt$/, '');
    const name = `${stem(suspiciousName)}-${stem(sourceName)}`;
    const file = join(tier.folder, 'truth', `${name}.xml`);
    const cases = readTruth(readFileSync(file, 'utf8'), file)
      .filter((found) => found.sourceName === sourceName)
      .map((found) => ({
        pair: name,
        source: toUtf16(source, found.source),
        suspicious: toUtf16(suspicious, found.suspicious),
      }));
    yield { name, source, suspicious, cases };
  }
}

/** A case as the truth file states it: spans in code points. */
interface StatedCase {
  readonly sourceName: string;
  readonly source: Span;
  readonly suspicious: Span;
}

/** The `plagiarism` features of one truth file; `file` is named in the error for a bad number. */
export function readTruth(xml: string, file: string): readonly StatedCase[] {
  const features = [...xml.matchAll(/<feature\b([^>]*)>/g)].map((match) => attributes(match[1]!));
  return features
    .filter((feature) => feature.get('name') === 'plagiarism')
    .map((feature) => {
      const number = (key: string) => {
        const value = feature.get(key) ?? '';
        if (/^\d+$/.test(value)) return Number(value);
        throw new Error(`${file}: ${key}="${value}" is no offset; expected a whole number`);
      };
      const span = (side: string) => {
        const begin = number(`${side}_offset`);
        return { begin, end: begin + number(`${side}_length`) };
      };
      return {
        sourceName: feature.get('source_reference') ?? '',
        source: span('source'),
        suspicious: span('this'),
      };
    });
}

function attributes(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return new Map(pairs.map((match) => [match[1]!, match[2] ?? match[3] ?? '']));
}

/** The span in UTF-16 units of a span in code points; what lies past the end is cut. */
export function toUtf16(text: string, span: Span): Span {
  let codePoints = 0;
  let units = 0;
  let begin = span.begin === 0 ? 0 : text.length;
  let end = span.end === 0 ? 0 : text.length;
  for (const character of text) {
    codePoints++;
    units += character.length;
    if (codePoints === span.begin) begin = units;
    if (codePoints === span.end) {
      end = units;
      break;
    }
  }
  return { begin, end };
}
