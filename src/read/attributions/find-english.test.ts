import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedLexicon } from '../../pipeline/reading-data.ts';
import { documentOf } from '../document.ts';
import { openEnglishTagger } from '../tagging/english.ts';
import { openEnglishAttributions } from './find-english.ts';

const tag = openEnglishTagger();
const find = openEnglishAttributions(shippedLexicon);
const findIn = (text: string) => find(tag(documentOf({ text, language: 'en' })));

/** `source | cue | content … content | mode`, one an attribution; `-` for what is not there. */
function read(text: string): string[] {
  const at = (span: { begin: number; end: number } | undefined) =>
    span === undefined ? '-' : text.slice(span.begin, span.end);
  return findIn(text).map(
    ({ source, cue, content, mode }) =>
      `${at(source)} | ${at(cue)} | ${content.map(at).join(' … ')} | ${mode}`,
  );
}

type Case = readonly [name: string, text: string, ...expected: string[]];

const direct: readonly Case[] = [
  [
    'a quotation and its speaker behind',
    '“We are ready,” said Jane Doe, a former officer of the Norland navy.',
    'Jane Doe, a former officer of the Norland navy | said | “We are ready,” | direct',
  ],
  [
    'a pronoun and its verb behind',
    '"We are ready," she told reporters in Ghent.',
    'she | told | "We are ready," | direct',
  ],
  [
    'a quotation that its cue breaks',
    '“We are ready,” Doe said, “and we will wait.”',
    'Doe | said | “We are ready,” … “and we will wait.” | direct',
  ],
  [
    'a quotation that goes on behind its cue',
    '“We are ready,” Doe said. “We will wait. It is late.”',
    'Doe | said | “We are ready,” … “We will wait. It is late.” | direct',
  ],
  [
    'a quotation that goes on in the next paragraph',
    '“We are ready,” Doe said.\n“We will wait.”',
    'Doe | said | “We are ready,” … “We will wait.” | direct',
  ],
  [
    'quotations with two speakers',
    '“We are ready,” Doe said. “So are we,” Roe replied.',
    'Doe | said | “We are ready,” | direct',
    'Roe | replied | “So are we,” | direct',
  ],
  [
    'a cue before a quotation',
    'Doe said: “We are ready.”',
    'Doe | said: | “We are ready.” | direct',
  ],
  [
    'a cue that no list holds',
    '“Go home,” the visitors jeered.',
    'the visitors | jeered | “Go home,” | direct',
  ],
  ['a question', '“Are you ready?” asked Doe.', 'Doe | asked | “Are you ready?” | direct'],
  ['a manner of saying', '“Never,” Doe said angrily.', 'Doe | said angrily | “Never,” | direct'],
  [
    'a statement in writing',
    '“We are ready,” the ministry said in a statement on Monday.',
    'the ministry | said in a statement | “We are ready,” | direct',
  ],
  [
    'a quotation behind a colon',
    'Doe returned to her old line: “We are ready.”',
    'Doe | returned to her old line: | “We are ready.” | direct',
  ],
  [
    'a quotation with its name behind a dash',
    '“We are ready.” — Jane Doe',
    'Jane Doe | — | “We are ready.” | direct',
  ],
  [
    'a turn in an interview',
    'Jane Doe: We are ready. It is late.',
    'Jane Doe | : | We are ready. It is late. | indirect',
  ],
  [
    'a quotation by itself behind its statement',
    'Doe said the port was closed. “Nobody works there.”',
    'Doe | said | the port was closed … “Nobody works there.” | mixed',
  ],
];

const indirect: readonly Case[] = [
  [
    'a clause with "that"',
    'The minister said that the port was closed.',
    'The minister | said | that the port was closed | indirect',
  ],
  [
    'a clause without it',
    'Officials in Ghent say the port will open in May.',
    'Officials in Ghent | say | the port will open in May | indirect',
  ],
  [
    'somebody told',
    'Doe told reporters on Monday that the port was closed.',
    'Doe | told | that the port was closed | indirect',
  ],
  [
    'a part in marks',
    'Doe said the port was “closed for good.”',
    'Doe | said | the port was “closed for good.” | mixed',
  ],
  [
    'a content in front',
    'The port will open in May, officials said.',
    'officials | said | The port will open in May | indirect',
  ],
  [
    'a content in front of an inverted cue',
    'The port will open in May, said Jane Doe, a pilot.',
    'Jane Doe, a pilot | said | The port will open in May | indirect',
  ],
  [
    'a cue in the middle',
    'The port, Doe said, will open in May.',
    'Doe | said | The port … will open in May | indirect',
  ],
  [
    'an apposition before the verb',
    'Jane Doe, the mayor of Ghent, warned that the dam was weak.',
    'Jane Doe, the mayor of Ghent, | warned | that the dam was weak | indirect',
  ],
  [
    'an aside before the verb',
    'Jane Doe, speaking in Ghent, warned that the dam was weak.',
    'Jane Doe | warned | that the dam was weak | indirect',
  ],
  [
    'a relative pronoun',
    'Doe, who said the dam was weak, left.',
    'who | said | the dam was weak | indirect',
  ],
  [
    'two cues of one speaker',
    'Doe announced a plan and said it was cheap.',
    'Doe | announced | a plan | indirect',
    'Doe | said | it was cheap | indirect',
  ],
  [
    'a participle',
    'Doe opened the port, adding that it was late.',
    'Doe | adding | that it was late | indirect',
  ],
  [
    'an infinitive',
    'The council wants to close the port.',
    'The council | wants | to close the port | indirect',
  ],
  [
    'an order',
    'Doe urged the council to close the port.',
    'Doe | urged | the council to close the port | indirect',
  ],
  ['a demand', 'Doe called for a vote.', 'Doe | called for | a vote | indirect'],
  [
    'a question',
    'Doe asked whether the dam was weak.',
    'Doe | asked | whether the dam was weak | indirect',
  ],
  [
    'a denial with auxiliary and adverb',
    'Doe has repeatedly denied that she knew.',
    'Doe | has repeatedly denied | that she knew | indirect',
  ],
  [
    'what is not said',
    'Doe did not say whether she knew.',
    'Doe | did not say | whether she knew | indirect',
  ],
  [
    'a relay',
    'As Norland Radio reported, the dam is weak.',
    'Norland Radio | reported | the dam is weak | indirect',
  ],
  [
    'an origin before',
    'According to Norland Radio, the dam is weak.',
    'Norland Radio | According to | the dam is weak | indirect',
  ],
  [
    'an origin behind',
    'The dam is weak, according to two officials.',
    'two officials | according to | The dam is weak | indirect',
  ],
  [
    'a poll',
    'A poll showed a lead of three points.',
    'A poll | showed | a lead of three points | indirect',
  ],
  [
    'who gives out what says it',
    'Doe released a statement saying the dam was weak.',
    'Doe | released a statement saying | the dam was weak | indirect',
  ],
  [
    'an expectation of nobody',
    'The port is expected to open in May.',
    '- | is expected | The port … to open in May | indirect',
  ],
  [
    'an accusation by somebody',
    'Doe was accused by the council of lying.',
    'the council | was accused | Doe … of lying | indirect',
  ],
  ['a seeming', 'The dam seems to be weak.', '- | seems | The dam … to be weak | indirect'],
  ['hearsay', 'The dam has reportedly moved.', '- | reportedly | The dam has … moved | indirect'],
  [
    'a state of mind',
    'Doe is confident that the dam will hold.',
    'Doe | is confident | that the dam will hold | indirect',
  ],
  [
    'a noun with its owner',
    "It follows the mayor's claim that the dam is weak.",
    "the mayor's | claim | that the dam is weak | indirect",
  ],
  [
    'a noun that a verb carries',
    'Doe expressed concern about the dam.',
    'Doe | expressed concern about | the dam | indirect',
  ],
  [
    'a question to somebody',
    'Asked whether the dam was weak, Doe left.',
    '- | Asked | whether the dam was weak | indirect',
  ],
  [
    'where the reporter speaks again',
    'Doe claimed that the dam was weak, a narrative repeated by nobody.',
    'Doe | claimed | that the dam was weak | indirect',
  ],
  [
    'a headline',
    'Mayor Calls for Repairs of Weak Dam',
    'Mayor | Calls for | Repairs of Weak Dam | indirect',
  ],
];

const none: readonly (readonly [string, string])[] = [
  ['a plain report', 'The ship left Ghent on Monday with 40 sailors.'],
  ['words in marks that nobody says', 'She bought “War and Peace” in Ghent.'],
  ['a shout of nothing', '“”'],
  ['an empty text', ''],
];

describe('openEnglishAttributions', () => {
  it.each(direct)('finds direct speech: %s', (_, text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(indirect)('finds indirect speech: %s', (_, text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(none)('finds nothing in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('gives the lemma of the cue, and tells origins', () => {
    const [said, origin] = findIn('Doe denies it. According to Roe, the dam is weak.');
    expect(said).toMatchObject({ cueLemma: 'deny', accordingTo: false });
    expect(origin).toMatchObject({ cueLemma: 'according to', accordingTo: true });
  });

  it('gives spans within the text, contents in order, by where they begin', () => {
    const words = fc.constantFrom(
      'Doe',
      'she',
      'officials',
      'said',
      'says',
      'told',
      'reporters',
      'that',
      'the dam',
      'is',
      'was',
      'expected',
      'to',
      'open',
      'according to',
      'reportedly',
      'adding',
      'claim',
      'who',
      'and',
      'but',
      'as',
      'asked',
      'whether',
      '“',
      '”',
      '"',
      "'",
      ',',
      '.',
      ':',
      '?',
      '—',
      '(',
      ')',
      '\n',
      'Monday',
      'confident',
      'by',
      'of',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 50 }), (parts) => {
        const text = parts.join(' ');
        let before = 0;
        for (const { source, cue, content } of findIn(text)) {
          for (const span of [source, cue, ...content]) {
            if (span === undefined) continue;
            expect(span.begin).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.begin);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const [i, part] of content.slice(1).entries()) {
            expect(part.begin).toBeGreaterThanOrEqual(content[i]!.end);
          }
          const begin = Math.min(
            content[0]!.begin,
            source?.begin ?? Infinity,
            cue?.begin ?? Infinity,
          );
          expect(begin).toBeGreaterThanOrEqual(before);
          before = begin;
        }
      }),
      { numRuns: 400 },
    );
  });

  // Quadratic rules would need hours for these.
  it.each([
    'he said ',
    'he said, ',
    '"a," he said, ',
    '"a". ',
    'to go ',
    'want to ',
    'going ',
    'is not ',
    'who said ',
    'according to ',
    'his claim that ',
    'reportedly ',
    'A: b\n',
    '( ',
    'said that he said that ',
    'and he said ',
    'X, Y, and Z, ',
    'said John. ',
    '“a ',
  ])('reads 200,000 units of %j', (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    for (const { content } of findIn(text)) expect(content.length).toBeGreaterThan(0);
  });
});
