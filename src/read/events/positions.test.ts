/** Stances by verbs, predicates and nouns. All sentences are invented. */
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../domain/ids.ts';
import type { ReadLanguage } from '../../domain/reading.ts';
import { shippedLexicon, shippedWeights } from '../../pipeline/reading-data.ts';
import { openReader } from '../read.ts';

const read = openReader({ lexicon: shippedLexicon, weights: shippedWeights });

/** `holder stance towards` of each position, in the order of the text. */
const linesOf = (language: ReadLanguage, text: string): string[] =>
  read({
    id: '0' as ArticleId,
    text,
    language,
    outlet: '',
    published: undefined,
  }).positions.map(
    ({ stance, holder, towards }) => `${holder.state ?? holder.text} ${stance} ${towards.text}`,
  );

describe('positions', () => {
  it.each([
    ['en', 'Slovakia has stayed neutral on the proposal.', ['SK neutral the proposal']],
    [
      'en',
      'Kenya kept calm, opposing the supply of arms to Sudan.',
      ['KE opposes the supply of arms to Sudan'],
    ],
    ['en', 'Mexico’s border and its neutral stance on the war are known.', ['MX neutral the war']],
    ['en', 'Chile condemned Russia’s invasion.', ['CL opposes Russia’s invasion']],
    ['en', 'Slovakia is against sending troops.', ['SK opposes sending troops']],
    ['en', 'The plan is supported by Panama.', ['PA supports The plan']],
    ['es', 'Argentina se opone al envío de armas.', ['AR opposes envío de armas']],
    [
      'es',
      'Varsovia está a favor de la apertura; un grupo de agricultores está en contra.',
      ['PL supports la apertura', 'un grupo opposes la apertura'],
    ],
    ['ru', 'Венгрия выступает против нового пакета санкций.', ['HU opposes нового пакета санкций']],
    ['ru', 'Словакия сохраняет нейтралитет в этом споре.', ['SK neutral этом споре']],
    ['ru', 'Словакия против отправки войск.', ['SK opposes отправки войск']],
  ] as const)('%s: %s', (language, text, lines) => {
    expect(linesOf(language, text)).toEqual(lines);
  });

  it.each([
    ['en', 'Hungary may oppose the sanctions.'],
    ['en', 'If Hungary opposed the sanctions, they would fail.'],
    ['en', 'Nicaragua condemned the decision.'],
    ['es', 'Chile no apoya las sanciones.'],
    ['ru', 'Турция поддерживает хорошие отношения с Катаром.'],
  ] as const)('%s: takes none from: %s', (language, text) => {
    expect(linesOf(language, text)).toEqual([]);
  });
});
