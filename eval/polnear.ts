/**
 * PolNeAR (Newell, Margolin, Ruths 2018): articles with attributions in brat's standoff format.
 *
 * `DIR/text/NAME.txt`, `DIR/attributions/NAME_ANNOTATOR.ann` (or `NAME.ann`). A line `T` names a span
 * of one or more fragments, counted in code points; a line `E` joins the spans of one attribution.
 * An article that several people annotated stands there once for each.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/domain/span.ts';

export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** Fragments of each role in reading order; empty where the role is not filled. */
export type Roles = Readonly<Record<Role, readonly Span[]>>;

export interface AnnotatedArticle {
  readonly name: string;
  readonly text: string;
  /** One list for each annotator. */
  readonly annotations: readonly (readonly Roles[])[];
}

/** The articles of a folder by name, or the path that is not there. */
export function readPolnear(folder: string): AnnotatedArticle[] | { readonly absent: string } {
  for (const part of ['text', 'attributions']) {
    if (namesIn(join(folder, part)) === undefined) return { absent: join(folder, part) };
  }
  const annotated = new Map<string, string[]>();
  for (const name of namesIn(join(folder, 'attributions')) ?? []) {
    if (!name.endsWith('.ann')) continue;
    const stem = name.slice(0, -'.ann'.length);
    for (const article of [stem, stem.replace(/_[^_]*$/, '')]) {
      annotated.set(article, [...(annotated.get(article) ?? []), name]);
    }
  }
  return (namesIn(join(folder, 'text')) ?? []).flatMap((file) => {
    const name = file.replace(/\.txt$/, '');
    const files = [...new Set(annotated.get(name) ?? [])];
    if (files.length === 0) return [];
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    const annotations = files.map((one) =>
      parseStandoff(readFileSync(join(folder, 'attributions', one), 'utf8'), text),
    );
    return [{ name, text, annotations }];
  });
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder).sort();
  } catch {
    return undefined;
  }
}

/** The attributions of one standoff file about `text`. Lines that are no span or event are skipped. */
export function parseStandoff(standoff: string, text: string): Roles[] {
  const units = unitsOf(text);
  const spans = new Map<string, Span[]>();
  const events: string[][] = [];
  for (const line of standoff.split('\n')) {
    const [id = '', body = ''] = line.split('\t');
    if (id.startsWith('E')) events.push(body.trim().split(/\s+/));
    const offsets = /^\S+ (\d+ \d+(?:;\d+ \d+)*)$/.exec(body)?.[1];
    if (!id.startsWith('T') || offsets === undefined) continue;
    const fragments = offsets.split(';').map((fragment) => {
      const [begin, end] = fragment.split(' ').map((point) => units(Number(point)));
      return { begin: begin!, end: end! };
    });
    spans.set(id, fragments);
  }
  return events.map((parts) => {
    const roles: Record<Role, Span[]> = { source: [], cue: [], content: [] };
    for (const part of parts) {
      const [name = '', id = ''] = part.split(':');
      const role = ROLES.find((one) => one === name.replace(/\d+$/, '').toLowerCase());
      if (role !== undefined) roles[role].push(...(spans.get(id) ?? []));
    }
    for (const role of ROLES) roles[role].sort((a, b) => a.begin - b.begin);
    return roles;
  });
}

/** From code points to UTF-16 units. */
function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (point) => units[point] ?? unit;
}
