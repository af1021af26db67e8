/** What a model answers about an article: everything that is taken stands in the article. */
import type { Chance } from '../../bench/chance.ts';
import { saidIn } from '../../src/models/chat-answer.ts';
import { articleOf, findInvented, said } from '../../src/models/chat-stand-in.fixture.ts';
import { itemsIn } from '../../src/models/reading-answer.ts';
import { groundOf } from '../../src/models/reading-ground.ts';
import { readingOf } from '../../src/models/reading-of-article.ts';
import type { Refused } from '../../src/models/reading-refusals.ts';
import { windowsOf } from '../../src/models/reading-windows.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { mutated } from '../mutate/pick.ts';
import { boundsFault, countFault, daysFault, firstOf, spansFault } from '../rules.ts';
import type { Fault, TextTarget } from '../target.ts';

const TEXT = `Costa Serena said on Monday that nine Ruritanian diplomats had left. “We asked them to go,” Ana Rivas, the foreign minister, told Radio Faro in 2024.

Ruritania denied it. Rivas said that "no more than 12" staff remained at the embassy 😀, and that the government opposes the lease of the pier.`;
const hints = { paragraph: 0, nth: 1 };
const LISTS = {
  attributions: [
    {
      ...{ source: 'Ana Rivas', cue: 'told', content: ['We asked them to go,'], mode: 'direct' },
      ...{ polarity: 'says', form: 'named', named: 'Ana Rivas', role: 'the foreign minister' },
      ...{ former: null, venue: null, uttered: 'Monday', via: ['Radio Faro'], ...hints },
    },
    {
      source: 'Ruritania',
      cue: 'denied',
      content: ['denied it'],
      mode: 'indirect',
      polarity: 'denies',
    },
  ],
  events: [
    {
      ...{ words: 'left', type: 'COERCE', kind: 'expel', status: 'happened', date: 'Monday' },
      ...{ actors: ['Costa Serena'], recipients: ['Ruritanian diplomats'], place: null, ...hints },
    },
  ],
  counts: [
    {
      ...{ words: 'nine Ruritanian diplomats', measure: 'fall', min: 9, max: 9, unit: 'diplomats' },
      ...{ scope: 'embassy', sender: 'Ruritanian', host: 'Costa Serena', date: '2024' },
      ...{ status: 'happened', ...hints },
    },
  ],
  positions: [
    {
      ...{ words: 'the government opposes the lease of the pier', stance: 'opposes' },
      ...{ holder: 'the government', towards: 'the lease of the pier', ...hints },
    },
  ],
};
const ARTICLE = articleOf(TEXT);
const GROUND = groundOf(ARTICLE, findInvented);
const [WINDOW] = windowsOf(TEXT, GROUND.paragraphs, 10_000);
const ANSWERS = [
  JSON.stringify(LISTS),
  `<think>{"a"}</think>\n\`\`\`json\n${JSON.stringify(LISTS)}\n\`\`\``,
];

/** An answer in a reply of a chat endpoint; at times the reply is broken too. */
function make(chance: Chance): string {
  const reply = JSON.stringify(said(mutated(ANSWERS, JSON_MUTATORS, chance)));
  return chance() < 0.8 ? reply : mutated([reply], JSON_MUTATORS, chance);
}

function* faults(reply: string): Generator<Fault> {
  let text: string;
  try {
    ({ text } = saidIn(JSON.parse(reply), 'The reader'));
  } catch (error) {
    // JSON that is none is caught where it is fetched; of the rest `saidIn` says what is missing.
    const { message } = error as Error;
    const documented =
      error instanceof SyntaxError || message.startsWith('The reader answered without');
    yield documented ? undefined : `threw ${message}`;
    return;
  }
  const refused: Refused = {};
  const items = itemsIn(text, refused);
  if (items === undefined) return;
  const reading = readingOf(ARTICLE, 'stand-in@1', GROUND, [{ window: WINDOW!, items }], refused);
  yield spansFault(reading, TEXT);
  for (const count of Object.values(refused)) yield countFault('a refusal', count, 0);
  for (const { number } of reading.counts) yield boundsFault('a count', number);
  for (const { days } of reading.dates) yield daysFault('a date', days);
  const statements = reading.attributions.length;
  for (const { told } of [...reading.events, ...reading.counts, ...reading.positions]) {
    if (told !== undefined && !(told >= 0 && told < statements)) yield `told by statement ${told}`;
  }
  for (const [at, { within, content, uttered }] of reading.attributions.entries()) {
    if (content.length === 0) yield 'a statement has no content';
    if (within !== undefined && (within === at || within >= statements)) yield `within ${within}`;
    if (uttered !== undefined && uttered >= reading.dates.length) yield `uttered on ${uttered}`;
  }
}

export const answer: TextTarget = {
  kind: 'text',
  name: 'answer',
  weight: 10,
  make,
  check: (reply) => firstOf(faults(reply)),
};
