/**
 * A cascade: the narrative that stands for its claim, the relationships between its articles, a note
 * with the ladder of independent origins, the fact-checks that may be of the same claim, and a grouping
 * that holds all of it together.
 */
import type { ExportCascade } from '../../domain/exports.ts';
import type { CheckView } from '../../domain/judgement-views.ts';
import type { CascadeView } from '../../domain/views.ts';
import { counted, percent } from '../wording.ts';
import { type Desk, domainObject, type Times } from './desk.ts';
import { echoObjects } from './echoes.ts';
import { deskProperties, NEW_OBJECT } from './extensions.ts';
import { nameOf } from './foreign.ts';
import { packed } from './identifiers.ts';
import { isNew, type Known, lookUp } from './known.ts';
import { ladderWords } from './ladders.ts';
import { present, type StixObject, whole } from './object.ts';
import { patternObjects } from './patterns.ts';
import { note, relationship } from './relations.ts';
import { timeOf } from './reports.ts';
import { SINCE, stamp } from './stamps.ts';
import { cascadeTechniques } from './techniques.ts';

/** Everything that one cascade comes to. */
export function* cascadeObjects(
  desk: Desk,
  known: Known,
  record: ExportCascade,
): Iterable<StixObject> {
  const { cascade, checks } = record;
  const times = timesOf(cascade);
  const narrative = narrativeOf(desk, known, cascade, times);
  if (narrative === undefined) return;
  known.narratives.set(cascade.id, packed(narrative.id));
  yield narrative;
  const grouped: string[] = [narrative.id];
  for (const { article } of cascade.echoes) {
    const report = lookUp('report', known.reports, article.id);
    if (report !== undefined) grouped.push(report);
  }
  const techniques = { from: narrative.id, basis: `cascade:${cascade.id}`, times };
  for (const one of [
    ...echoObjects(desk, known, record),
    ...checked(desk, known, cascade, narrative.id, { checks, times }),
    ...ladderNote(desk, known, cascade, narrative.id, times),
    ...patternObjects(desk, known, techniques, cascadeTechniques(cascade)),
  ]) {
    grouped.push(one.id);
    yield one;
  }
  const grouping = groupingOf(desk, narrative, grouped, times);
  if (isNew(known, grouping.id)) yield grouping;
}

/** From the first to the last dated member. */
function timesOf({ echoes }: CascadeView): Times {
  let [created, modified] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { article } of echoes) {
    const time = timeOf(article);
    created = Math.min(created, time);
    modified = Math.max(modified, time);
  }
  return created > modified ? { created: SINCE } : { created, modified };
}

/** Named by the headline; where another narrative has that name, also by the cascade. Absent: emitted before. */
function narrativeOf(
  desk: Desk,
  known: Known,
  cascade: CascadeView,
  times: Times,
): StixObject | undefined {
  if (known.narratives.has(cascade.id)) return undefined;
  const title = nameOf(cascade.title, 'Untitled');
  const named = (name: string): StixObject =>
    domainObject(desk, 'narrative', { name: name.toLowerCase().trim() }, times, {
      name,
      description: describe(cascade),
      narrative_types: ['cascade'],
      extensions: {
        ...NEW_OBJECT,
        ...deskProperties(
          present({
            cascade: cascade.id,
            order: cascade.order,
            articles: whole(cascade.articles),
            publishers: whole(cascade.reach),
            spread_ms: whole(cascade.spreadMs),
            languages: cascade.languages.map((language) => nameOf(language, 'und')),
          }),
        ),
      },
    });
  const plain = named(title);
  if (isNew(known, plain.id)) return plain;
  const own = named(`${title} · cascade ${cascade.id}`);
  return isNew(known, own.id) ? own : undefined;
}

function describe({ articles, reach, order, earliest }: CascadeView): string {
  const first = earliest
    .map(({ outlet }) => nameOf(outlet, 'an outlet without a name'))
    .slice(0, 10);
  const begun = {
    established: `Earliest seen: ${first.join(', ')}.`,
    open: `Which of several was the earliest is not established: ${first.join(', ')}.`,
    undated: 'No article of it is dated.',
  };
  return `Wording that ${counted(articles, 'article')} of ${counted(reach, 'publisher')} share. ${begun[order]} Earliest seen is not source.`;
}

function* checked(
  desk: Desk,
  known: Known,
  cascade: CascadeView,
  narrative: string,
  { checks, times }: { checks: readonly CheckView[]; times: Times },
): Iterable<StixObject> {
  for (const { id, checker, confidence } of checks) {
    const claim = lookUp('narrative', known.claims, id);
    if (claim === undefined || claim === narrative) continue;
    const basis = `cascade:${cascade.id}`;
    const link = relationship(desk, [narrative, 'related-to', claim], times, basis, {
      description: `The claim that ${nameOf(checker, 'a checker')} looked into may be the one told here: they are alike to ${percent(confidence)}, which is no probability.`,
      extensions: deskProperties(
        present({ likeness: Number.isFinite(confidence) ? confidence : undefined }),
      ),
    });
    if (isNew(known, link.id)) yield link;
  }
}

function* ladderNote(
  desk: Desk,
  known: Known,
  cascade: CascadeView,
  narrative: string,
  times: Times,
): Iterable<StixObject> {
  const content = ladderWords(cascade);
  if (content.length === 0) return;
  const abstract = `Independent origins of cascade ${cascade.id}`;
  const made = note(desk, { abstract, content, refs: [narrative] }, times, { lang: 'en' });
  if (isNew(known, made.id)) yield made;
}

function groupingOf(
  desk: Desk,
  narrative: StixObject,
  refs: readonly string[],
  times: Times,
): StixObject {
  const name = String(narrative['name']);
  const parts = {
    name: name.toLowerCase().trim(),
    context: 'unspecified',
    created: stamp(times.created),
  };
  return domainObject(desk, 'grouping', parts, times, {
    name,
    context: 'unspecified',
    object_refs: [...new Set(refs)],
  });
}
