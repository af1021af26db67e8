/**
 * Statements: who is quoted with what, in which outlet, in the words of the article. A person stands in here
 * only as the source of words that an article gives to them.
 */
import type { SaidView, StatementView } from '../../domain/reading-views.ts';
import { countOf, outletOf, passageOf } from './footings.ts';
import { type DraftItem, type DraftSentence, type Ground, quoted, say } from './ground.ts';
import { immodestWord } from './modest-words.ts';
import { nameIn, oneLine } from './plain.ts';

const MOST_SAID = 6;

/** One item a statement, the most repeated first; none where nothing was read. */
export function saidItems(ground: Ground): readonly DraftItem[] {
  return ground.facts.said.slice(0, MOST_SAID).flatMap((said) => {
    const sentences = saidSentences(ground, said);
    if (sentences.length === 0) return [];
    const speaker = speakerOf(said.statement);
    return [{ lead: speaker ?? ground.phrases.claim.noSpeaker, sentences }];
  });
}

function speakerOf({ source }: StatementView): string | undefined {
  if (source === undefined || source.form === 'unstated') return undefined;
  const words = source.form === 'pronoun' ? (source.name ?? source.text) : source.text;
  return nameIn(words) || undefined;
}

function saidSentences(ground: Ground, { article, statement }: SaidView): readonly DraftSentence[] {
  const { language, phrases } = ground;
  const content = statement.content.find(({ text }) => text.trim() !== '');
  if (content === undefined) return [];
  const speaker = speakerOf(statement);
  const { source, uttered, cue } = statement;
  const named =
    speaker === undefined || source === undefined
      ? []
      : source.form === 'pronoun'
        ? [countOf(`${phrases.labels.speaker}: ${speaker}`, 'article', article.id)]
        : [passageOf(article, source.span, source.text)];
  // Words for somebody that the desk does not use itself stay in quotation marks.
  const shown = speaker !== undefined && immodestWord(speaker, language) !== undefined;
  const says = phrases.terms.polarity[cue?.polarity ?? 'says'];
  const text = phrases.claim.said(
    outletOf(article),
    shown ? phrases.quote(speaker) : speaker,
    says,
    quoted(ground, content.text),
  );
  const sentences = [say(ground, text, [passageOf(article, content.span, content.text), ...named])];
  if (uttered !== undefined && uttered.text.trim() !== '') {
    const value = oneLine(uttered.value, 40);
    const footings = [
      passageOf(article, uttered.span, uttered.text),
      countOf(`${phrases.labels.utteredOn}: ${value}`, 'article', article.id),
    ];
    const told = phrases.claim.uttered(quoted(ground, uttered.text), value);
    sentences.push(say(ground, told, footings));
  }
  return sentences;
}
