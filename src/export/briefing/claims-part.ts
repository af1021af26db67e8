/** Claims: what fact-checks say in their own words, who carried them when and how, one source or ten. */
import type { Footing } from '../../domain/briefing.ts';
import { ECHO_STANCES } from '../../domain/judgement.ts';
import type { CarrierView, CheckView, ClaimJudgedView } from '../../domain/judgement-views.ts';
import {
  checkOf,
  countOf,
  dayOf,
  headlineOf,
  outletOf,
  passageOf,
  RATING_WORDS,
} from './footings.ts';
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

const MOST_CLAIMS = 6;
const MOST_CHECKS = 3;
const MOST_AFTER = 2;
const MOST_CONFLICTS = 2;
const MOST_SIDES = 3;

/** One item a claim. */
export function claimItems(ground: Ground): readonly DraftItem[] {
  const { facts, phrases } = ground;
  if (facts.claims.length === 0) {
    const count = countOf(`${phrases.labels.claim}: 0`, 'cascades');
    return [{ lead: undefined, sentences: [say(ground, phrases.claim.none, [count])] }];
  }
  return facts.claims.slice(0, MOST_CLAIMS).map(({ cascade, judged }) => ({
    lead: heading(judged.claim),
    sentences: [
      ...originSentences(ground, judged, cascade.id),
      ...judged.checks.slice(0, MOST_CHECKS).flatMap((check) => checkSentences(ground, check)),
      ...(judged.checks.length === 0 ? [uncheckedSentence(ground, judged, cascade.id)] : []),
      ...afterSentences(ground, judged),
      ...carrierSentences(ground, judged, cascade.id),
      ...conflictSentences(ground, judged),
      ...credibilitySentences(ground, judged, cascade.id),
    ],
  }));
}

function claimCount(
  { phrases }: Ground,
  { claim }: ClaimJudgedView,
  cascade: string,
  figures: readonly string[],
): Footing {
  const what = `${phrases.labels.claim}: ${heading(claim)}; ${figures.join(' · ')}`;
  return countOf(what, 'claim', cascade);
}

function originSentences(
  ground: Ground,
  judged: ClaimJudgedView,
  cascade: string,
): readonly DraftSentence[] {
  const utterances = rungWords(ground, judged.ladder, 'utterances');
  const articles = judged.ladder?.rungs.find(({ kind }) => kind === 'articles');
  if (utterances === undefined || articles === undefined) return [];
  const of = figure(ground, articles.bounds.atMost);
  const count = claimCount(ground, judged, cascade, [of, utterances]);
  const root = judged.ladder?.root?.evidence[0];
  const article = root && ground.articles.get(root.article);
  const shown = article && root ? [passageOf(article, root.span, root.text)] : [];
  return [say(ground, ground.phrases.claim.origins(utterances, of), [...shown, count])];
}

/** In the checker's own words first, in the desk's terms second. */
function checkSentences(ground: Ground, check: CheckView): readonly DraftSentence[] {
  const { claim: words, terms } = ground.phrases;
  const footing = checkOf(check);
  const checker = nameIn(check.checker) || '—';
  const day = dayOf(check.checked);
  const rating = heading(check.rating ?? '', RATING_WORDS);
  const text =
    rating === '' ? words.checked(checker, day) : words.rated(checker, quoted(ground, rating), day);
  const sentences = [say(ground, text, [footing])];
  if (check.verdict !== undefined) {
    sentences.push(say(ground, words.verdict(terms.verdict[check.verdict]), [footing]));
  }
  if (check.registered && check.list !== undefined) {
    sentences.push(say(ground, words.registered(nameIn(check.list)), [footing]));
  }
  return sentences;
}

function uncheckedSentence(
  ground: Ground,
  judged: ClaimJudgedView,
  cascade: string,
): DraftSentence {
  return say(ground, ground.phrases.claim.unchecked, [claimCount(ground, judged, cascade, ['0'])]);
}

/** Those that carried it after a check refuted it; a sure order only. */
function afterSentences(ground: Ground, { carriers }: ClaimJudgedView): readonly DraftSentence[] {
  const { claim: words, labels } = ground.phrases;
  const after = carriers.filter(
    ({ debunked, stance }) => debunked !== undefined && debunked.days.min > 0 && stance.amplifies,
  );
  return after.slice(0, MOST_AFTER).map((carrier) => {
    const { article, debunked } = carrier;
    const days = {
      atLeast: figure(ground, debunked!.days.min),
      atMost: figure(ground, debunked!.days.max),
    };
    const check = ground.checks.get(debunked!.check);
    const what = `${labels.claim}: ${outletOf(article)} · ${days.atLeast}–${days.atMost}`;
    const count = countOf(what, 'article', article.id);
    const footings = [carrierPassage(carrier), ...(check ? [checkOf(check)] : []), count];
    return say(ground, words.after(outletOf(article), days), footings);
  });
}

function carrierPassage({ article, passages }: CarrierView): Footing {
  const passage = passages.find(({ text }) => text.trim() !== '');
  return passage === undefined
    ? headlineOf(article)
    : passageOf(article, passage.span, passage.text);
}

/** When it was carried, and how it was treated. */
function carrierSentences(
  ground: Ground,
  judged: ClaimJudgedView,
  cascade: string,
): readonly DraftSentence[] {
  const { claim: words, terms } = ground.phrases;
  const sure = judged.carriers.filter((carrier) => carrier.sure);
  if (sure.length === 0) return [];
  const days = sure.flatMap(({ article }) => dayOf(article.published) ?? []).sort();
  const undated = figure(ground, sure.length - days.length);
  const [first, last] = [days[0], days.at(-1)];
  const stances = ECHO_STANCES.flatMap((stance) => {
    const n = sure.filter((carrier) => carrier.stance.stance === stance).length;
    return n === 0 ? [] : [`${terms.stance[stance]}: ${figure(ground, n)}`];
  });
  const count = claimCount(ground, judged, cascade, [
    ...(first === undefined || last === undefined ? [] : [first, last]),
    undated,
    ...stances,
  ]);
  const told = say(ground, words.stance(stances), [count]);
  if (first === undefined || last === undefined) return [told];
  return [say(ground, words.clocks(first, last, undated), [count]), told];
}

function conflictSentences(ground: Ground, judged: ClaimJudgedView): readonly DraftSentence[] {
  const { claim: words, terms } = ground.phrases;
  return judged.conflicts.slice(0, MOST_CONFLICTS).flatMap(({ kind, sides }) => {
    const shown = sides.slice(0, MOST_SIDES).flatMap((side) => {
      const footing = sideFooting(ground, side);
      return footing === undefined
        ? []
        : [{ value: quoted(ground, side.value[ground.language]), footing }];
    });
    if (shown.length < 2) return [];
    const values = shown.map(({ value }) => value);
    const footings = shown.flatMap(({ footing }) => footing);
    return [say(ground, words.differ(terms.conflict[kind], values), footings)];
  });
}

/** The passage or check that states a side, and the side's value as the desk reads it there. */
function sideFooting(
  { articles, checks, phrases, language }: Ground,
  { value, evidence, checks: ids }: ClaimJudgedView['conflicts'][number]['sides'][number],
): readonly Footing[] | undefined {
  const [shown] = evidence;
  const article = shown && articles.get(shown.article);
  if (article !== undefined && shown !== undefined) {
    const count = countOf(
      `${phrases.labels.claim}: ${heading(value[language])}`,
      'article',
      article.id,
    );
    return [passageOf(article, shown.span, shown.text), count];
  }
  const check = ids.flatMap((id) => checks.get(id) ?? [])[0];
  if (check === undefined) return undefined;
  return [
    checkOf(check),
    countOf(`${phrases.labels.claim}: ${heading(value[language])}`, 'checks'),
  ];
}

function credibilitySentences(
  ground: Ground,
  judged: ClaimJudgedView,
  cascade: string,
): readonly DraftSentence[] {
  const { grade } = judged.credibility;
  const words = ground.phrases.terms.credibility[grade];
  const count = claimCount(ground, judged, cascade, [`${grade} · ${words}`]);
  return [say(ground, ground.phrases.claim.credibility(String(grade), words), [count])];
}
