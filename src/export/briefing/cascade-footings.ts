/** What shows a cascade: its counts, and its members' passages. */
import type { Footing } from '../../domain/briefing.ts';
import { COPY_TYPES, type CopyType } from '../../domain/trace.ts';
import type { ArticleView, CascadeView } from '../../domain/views.ts';
import { countOf, headlineOf, passageOf } from './footings.ts';
import { figure, type Ground, rungWords } from './ground.ts';
import { heading } from './plain.ts';

/** How many copies there are of each type, those that occur. */
export function copiesOf({ echoes }: CascadeView): readonly (readonly [CopyType, number])[] {
  return COPY_TYPES.flatMap((type) => {
    const copies = echoes.filter(({ copyType }) => copyType === type).length;
    return copies === 0 ? [] : [[type, copies] as const];
  });
}

/** The cascade's counts, all of them. */
export function cascadeCount(ground: Ground, cascade: CascadeView): Footing {
  const { labels, nouns, terms, counted } = ground.phrases;
  const number = (n: number, [one, many]: readonly [string, string]): string =>
    counted(figure(ground, n), one, many);
  const rungs = (['publishers', 'agencies', 'utterances'] as const).flatMap(
    (kind) => rungWords(ground, cascade.ladder, kind) ?? [],
  );
  const counts = [
    number(cascade.articles, nouns.article),
    number(cascade.reach, nouns.publisher),
    number(cascade.languages.length, nouns.language),
    ...rungs,
    ...copiesOf(cascade).map(([type, n]) => `${terms.copyType[type]}: ${figure(ground, n)}`),
    `${labels.dropped}: ${figure(ground, cascade.droppedCredits)}`,
  ];
  const what = `${labels.cascade}: ${heading(cascade.title)}; ${counts.join(' · ')}`;
  return countOf(what, 'show', cascade.id);
}

/** Where a member has the passage; its headline where no passage of it is shown. */
export function memberPassage(cascade: CascadeView, article: ArticleView): Footing {
  const own = cascade.echoes.find((echo) => echo.article.id === article.id)?.passages[0];
  if (own !== undefined && own.to.text.trim() !== '') {
    return passageOf(article, own.to.span, own.to.text);
  }
  const copied = cascade.echoes.find(({ parent, comparedWith, passages }) => {
    const other = parent?.article ?? comparedWith?.article;
    return other === article.id && passages[0] !== undefined && passages[0].from.text.trim() !== '';
  });
  const from = copied?.passages[0]?.from;
  return from === undefined ? headlineOf(article) : passageOf(article, from.span, from.text);
}
