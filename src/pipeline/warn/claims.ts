/** What judged cascades hold for two indicators: claims repeated after a check, and lone statements. */
import type { Article } from '../../domain/article.ts';
import type { Bounds, Ladder, RungKind } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Attribution, Reading } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import { refutes } from '../../judge/profile/debunked-before.ts';
import { publisherOf } from '../../text/publisher.ts';
import type { DebunkFacts } from '../../warn/measures/debunked-repeat.ts';
import type { LoneFacts } from '../../warn/measures/lone-utterance.ts';
import type { MatchedFactCheck } from '../judge/judge.ts';
import type { JudgedCarrier } from '../judge/judge-claim.ts';
import { readingOf } from '../judge/own-reading.ts';
import type { JudgedIn } from './judged-cascades.ts';
import { lastDays, type Scene } from './scene.ts';

type Judged = JudgedIn['judged'][number];

/** Each measure's facts, and how many cascades of the period there was no room for. */
export interface Gathered<Facts> {
  readonly facts: readonly Facts[];
  readonly left: number;
}

export async function debunkFacts(
  scene: Scene,
  lookBackDays: number,
): Promise<Gathered<DebunkFacts>> {
  const { judged, left } = await scene.judged(lastDays(scene, lookBackDays), 2);
  return { facts: judged.flatMap(debunkedIn), left };
}

function debunkedIn({ cascade, judgement }: Judged): DebunkFacts[] {
  const refuting = judgement.checks.filter(refutes);
  const named = judgement.carriers.flatMap(({ debunked }) => debunked?.check ?? [])[0];
  const matched = refuting.find(({ check }) => check.id === named) ?? refuting[0];
  if (matched === undefined) return [];
  return [
    {
      unit: `cascade:${cascade.id}`,
      subject: judgement.claim,
      check: checkFacts(matched),
      echoes: judgement.carriers.flatMap(echoFacts),
    },
  ];
}

function checkFacts({
  check: { id, checker, url, checked },
  verdict,
  confidence,
}: MatchedFactCheck): DebunkFacts['check'] {
  return {
    id,
    checker,
    ...(url !== undefined && { url }),
    at: checked,
    confidence,
    verdict: verdict ?? 'listed',
  };
}

/** Those that surely carry the claim, and whose date can be held against that of the check. */
function echoFacts({
  article: { id, outlet, domain, published },
  spans,
  sure,
  stance,
  debunked,
}: JudgedCarrier): DebunkFacts['echoes'][number][] {
  const [span] = spans;
  if (!sure || span === undefined || debunked === undefined) return [];
  const { amplifies } = stance;
  const publisher = publisherOf(domain);
  return [{ article: id, outlet, publisher, at: published, amplifies, span, days: debunked.days }];
}

export async function loneFacts(scene: Scene, lookBackDays: number): Promise<Gathered<LoneFacts>> {
  const { judged, left } = await scene.judged(lastDays(scene, lookBackDays), 2);
  const { store } = scene.desk;
  const facts: LoneFacts[] = [];
  for (const one of judged) {
    const first = one.judgement.carriers.find(
      ({ article }) => article.id === (one.cascade.earliest[0] ?? one.cascade.echoes[0]!.article),
    );
    if (first === undefined) continue;
    const reading = readingOf(await store.readingsOf([first.article.id]), first.article.id);
    const said = reading && officialStatement(reading, first.spans);
    if (said !== undefined) facts.push(...loneIn(one, first.article, said));
  }
  return { facts, left };
}

function loneIn(
  { cascade, judgement: { claim, ladder, carriers, checks, recycledEchoes } }: Judged,
  article: Article,
  { source, role, content }: Attribution,
): LoneFacts[] {
  if (ladder === undefined) return [];
  return [
    {
      unit: `cascade:${cascade.id}`,
      subject: claim,
      speaker: source?.name ?? source?.text ?? '',
      ...(role !== undefined && { office: role.text }),
      statement: { article: article.id, span: content[0]! },
      utterances: boundsOf(ladder, 'utterances'),
      publishers: boundsOf(ladder, 'publishers'),
      articles: carriers.length,
      at: newest(carriers),
      previouslyKnown: recycledEchoes.length > 0,
      official: true,
      checks: checks.length,
    },
  ];
}

function boundsOf({ rungs }: Ladder, kind: RungKind): Bounds {
  return rungs.find((rung) => rung.kind === kind)?.bounds ?? { atLeast: 0, atMost: 0 };
}

function newest(carriers: readonly JudgedCarrier[]): Moment | undefined {
  return carriers
    .flatMap(({ sure, article: { published } }) => (sure && published ? [published] : []))
    .reduce<Moment | undefined>(
      (last, one) => (last === undefined || one.earliest > last.earliest ? one : last),
      undefined,
    );
}

/** The first statement in the shared passages whose speaker the article gives an office. */
function officialStatement(reading: Reading, shared: readonly Span[]): Attribution | undefined {
  return reading.attributions.find(
    (one) => isOfficial(reading, one) && one.content.some((span) => meetsAny(span, shared)),
  );
}

/** Whether the speaker is given an office, or is named by one alone ("the ambassador"). */
export function isOfficial({ mentions }: Reading, { source, role }: Attribution): boolean {
  if (role?.former === true) return false;
  const places = [role?.span, source?.span].filter((span) => span !== undefined);
  return mentions.some(({ kind, span }) => kind === 'office' && meetsAny(span, places));
}

const meetsAny = (span: Span, others: readonly Span[]): boolean =>
  others.some(({ begin, end }) => begin < span.end && span.begin < end);
