/** Cascades: who is earliest or that the order is open, how many stand behind it, what was changed and left out. */
import type { BriefingFacts } from '../../domain/briefing.ts';
import type { CascadeView, EchoView } from '../../domain/views.ts';
import { cascadeCount, copiesOf, memberPassage } from './cascade-footings.ts';
import { countOf, dayOf, headlineOf, outletOf } from './footings.ts';
import {
  type DraftItem,
  type DraftSentence,
  figure,
  type Ground,
  quoted,
  rungWords,
  say,
} from './ground.ts';
import { heading, nameIn } from './plain.ts';

const MOST_CASCADES = 8;
const MOST_OPEN = 4;
const MOST_DROPPED = 2;
const MOST_LEADS = 2;
const MOST_CHANGES = 2;

/** How many of the facts' cascades have an item of their own. */
export function cascadesShown({ cascades }: BriefingFacts): number {
  return Math.min(MOST_CASCADES, cascades.length);
}

/** One item a cascade, the widest first. */
export function cascadeItems(ground: Ground): readonly DraftItem[] {
  const { facts, phrases } = ground;
  if (facts.cascades.length === 0) {
    const count = countOf(`${phrases.labels.cascades}: 0`, 'cascades');
    return [{ lead: undefined, sentences: [say(ground, phrases.cascade.none, [count])] }];
  }
  return facts.cascades.slice(0, MOST_CASCADES).map((cascade) => ({
    lead: heading(cascade.title),
    sentences: [
      ...orderSentences(ground, cascade),
      ...sizeSentences(ground, cascade),
      ...wireSentences(ground, cascade),
      ...creditSentences(ground, cascade),
      ...leadSentences(ground, cascade),
      ...changeSentences(ground, cascade),
    ],
  }));
}

function orderSentences(ground: Ground, cascade: CascadeView): readonly DraftSentence[] {
  const { cascade: words, alert, furniture } = ground.phrases;
  const [first] = cascade.earliest;
  if (cascade.order === 'undated' || first === undefined) {
    return [say(ground, words.orderUndated, [cascadeCount(ground, cascade)])];
  }
  if (cascade.order === 'open') {
    const may = cascade.earliest.slice(0, MOST_OPEN);
    const footings = may.map((article) => memberPassage(cascade, article));
    return [say(ground, words.order(may.map(outletOf)), footings)];
  }
  const footing = memberPassage(cascade, first);
  const day = dayOf(first.published) ?? furniture.undated;
  const sentences = [say(ground, words.earliest(outletOf(first), day), [footing])];
  if (footing.kind === 'passage') {
    const text = alert.reads(outletOf(first), quoted(ground, footing.quote));
    sentences.push(say(ground, text, [footing]));
  }
  return sentences;
}

function sizeSentences(ground: Ground, cascade: CascadeView): readonly DraftSentence[] {
  const { cascade: words, terms } = ground.phrases;
  const count = [cascadeCount(ground, cascade)];
  const n = (value: number): string => figure(ground, value);
  const size = words.size(n(cascade.articles), n(cascade.reach), n(cascade.languages.length));
  const sentences = [say(ground, size, count)];
  const utterances = rungWords(ground, cascade.ladder, 'utterances');
  const agencies = rungWords(ground, cascade.ladder, 'agencies');
  if (utterances !== undefined && agencies !== undefined) {
    sentences.push(say(ground, words.origins(utterances, agencies), count));
  }
  const copies = copiesOf(cascade).map(([type, of]) => `${n(of)} ${terms.copyType[type]}`);
  if (copies.length > 0) sentences.push(say(ground, words.copies(copies), count));
  return sentences;
}

/** The wire that most members credit as their common origin. */
function wireSentences(ground: Ground, cascade: CascadeView): readonly DraftSentence[] {
  const wire = cascade.wires.find(({ claim }) => claim === 'common-origin');
  if (wire === undefined) return [];
  const { cascade: words, labels } = ground.phrases;
  const name = nameIn(wire.name) || '—';
  const [crediting, others] = [figure(ground, wire.crediting), figure(ground, wire.others)];
  const count = countOf(
    `${labels.cascade}: ${name} · ${crediting} / ${others}`,
    'show',
    cascade.id,
  );
  return [say(ground, words.wire(crediting, others, name), [count])];
}

function creditSentences(ground: Ground, cascade: CascadeView): readonly DraftSentence[] {
  const { cascade: words } = ground.phrases;
  if (cascade.droppedCredits === 0) return [];
  const dropped = figure(ground, cascade.droppedCredits);
  const count = say(ground, words.dropped(dropped, cascade.droppedCredits === 1), [
    cascadeCount(ground, cascade),
  ]);
  const echoes = cascade.echoes.filter(({ credit }) => credit === 'dropped').slice(0, MOST_DROPPED);
  const shown = echoes.flatMap((echo) => {
    const footing = memberPassage(cascade, echo.article);
    if (footing.kind !== 'passage') return [];
    const text = words.droppedIn(outletOf(echo.article), quoted(ground, footing.quote));
    return [say(ground, text, [footing])];
  });
  return [count, ...shown];
}

/** Likely parents, of echoes without credit before others: each is a lead with its reason and its rivals. */
function leadSentences(ground: Ground, cascade: CascadeView): readonly DraftSentence[] {
  const { cascade: words, terms, labels } = ground.phrases;
  const led = cascade.echoes.filter(({ parent }) => parent !== undefined);
  const ranked = [...led.filter(isDropped), ...led.filter((echo) => !isDropped(echo))];
  return ranked.slice(0, MOST_LEADS).flatMap((echo) => {
    const parent = echo.parent!;
    const outlet = outletOf(echo.article);
    const from = nameIn(parent.outlet) || '—';
    const share = figure(ground, Math.round(parent.confidence * 100));
    const reason = terms.parentReason[parent.reason];
    const rivals = parent.rivals.slice(0, MOST_OPEN).map((rival) => nameIn(rival.outlet) || '—');
    const what = [outlet, from, reason, `${share} %`, ...rivals].join(' · ');
    const count = countOf(`${labels.cascade}: ${what}`, 'show', cascade.id);
    const footings = [memberPassage(cascade, echo.article), count];
    const lead = say(ground, words.parent(outlet, from, reason, share), footings);
    if (rivals.length === 0) return [lead];
    return [lead, say(ground, words.parentRivals(rivals), [count])];
  });
}

function isDropped({ credit }: EchoView): boolean {
  return credit === 'dropped';
}

/** Changes that alter what is claimed. */
function changeSentences(ground: Ground, cascade: CascadeView): readonly DraftSentence[] {
  const { cascade: words, terms } = ground.phrases;
  const changes = cascade.echoes.flatMap((echo) =>
    echo.alterations.map((change) => ({ echo, change })),
  );
  return changes.slice(0, MOST_CHANGES).flatMap(({ echo, change }) => {
    const [from, to] = [heading(change.from, 25), heading(change.to, 25)];
    if (from === '') return [];
    const outlet = outletOf(echo.article);
    const source = headlineOf(echo.article);
    const record = { ...source, words: `${from} → ${to}` };
    const kind = terms.alteration[change.kind];
    const text =
      to === ''
        ? words.leftOut(outlet, kind, quoted(ground, from))
        : words.altered(outlet, kind, quoted(ground, from), quoted(ground, to));
    return [say(ground, text, [record])];
  });
}
