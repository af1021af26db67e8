/**
 * Attributed statements: a note per statement, in the words of the article and with who is named as
 * its source. A person occurs here and nowhere else, and only by these words.
 */
import { codePoint, type ExportReading } from '../../domain/exports.ts';
import type { SpeakerView, StatementView } from '../../domain/reading-views.ts';
import type { ArticleView } from '../../domain/views.ts';
import type { Desk } from './desk.ts';
import { deskProperties } from './extensions.ts';
import { excerptOf, languageOf, nameOf } from './foreign.ts';
import { isNew, type Known, lookUp } from './known.ts';
import { present, type StixObject, telling, whole } from './object.ts';
import { note, reference } from './relations.ts';
import { outletName, timeOf } from './reports.ts';

/** The notes of one reading, beside the article's report. */
export function* statementObjects(
  desk: Desk,
  known: Known,
  { article, reading, pairs }: ExportReading,
): Iterable<StixObject> {
  const report = lookUp('report', known.reports, article.id);
  if (report === undefined) return;
  for (const [place, statement] of reading.statements.entries()) {
    // The place tells statements of one article apart, whatever their words are.
    const abstract = `Attributed statement ${place + 1} of article ${article.id} (${nameOf(reading.reader, 'a reader')})`;
    const content = [...wordsOf(statement), `Article: ${outletName(article)}.`];
    const made = note(
      desk,
      { abstract, content, refs: [report] },
      { created: timeOf(article) },
      {
        lang: languageOf(article.language),
        external_references: [
          reference(article.outlet, article.url, { description: 'The article.' }),
        ],
        extensions: deskProperties(placesOf(statement, article, pairs[article.id])),
      },
    );
    if (isNew(known, made.id)) yield made;
  }
}

/** Every piece has a line and a label of its own: pieces that are neighbours never run on. */
function wordsOf(statement: StatementView): string[] {
  const { content, source, role, cue, venue, uttered, via } = statement;
  const lines = content.map(
    ({ text }, place) => `${place === 0 ? 'Stated' : 'And further'}: “${excerptOf(text) ?? ''}”`,
  );
  lines.push(`Source as named there: ${source === undefined ? 'none' : speakerWords(source)}.`);
  if (role !== undefined) {
    lines.push(`Role as stated there: ${nameOf(role.text, '?')}${role.former ? ' (former)' : ''}.`);
  }
  if (cue !== undefined)
    lines.push(`Reported with the word: “${nameOf(cue.text, '?')}” (${cue.polarity}).`);
  if (venue !== undefined) lines.push(`Venue as stated: ${nameOf(venue.text, '?')}.`);
  if (uttered !== undefined) {
    lines.push(`Time as stated: “${nameOf(uttered.text, '?')}” (${nameOf(uttered.value, '?')}).`);
  }
  for (const speaker of via) lines.push(`Heard through: ${speakerWords(speaker)}.`);
  return lines;
}

function speakerWords({ text, name }: SpeakerView): string {
  const said = nameOf(text, 'unstated');
  return name === undefined || name === text
    ? `“${said}”`
    : `“${said}”, elsewhere there “${nameOf(name, '?')}”`;
}

function placesOf(
  { content, mode, within }: StatementView,
  article: ArticleView,
  pairs: readonly number[] | undefined,
) {
  return present({
    article: article.id,
    quote_mode: mode,
    within_statement: within === undefined ? undefined : whole(within + 1),
    quotes: telling(
      content.map(({ span, hiddenWords }) =>
        present({
          begin: whole(codePoint(span.begin, pairs)),
          end: whole(codePoint(span.end, pairs)),
          hidden_words: whole(hiddenWords),
        }),
      ),
    ),
  });
}
