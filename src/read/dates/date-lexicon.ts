/**
 * A language's expressions of time: `data/lexicons/dates.<language>.json`. Words are listed by what
 * they mean, `word(a|b)` standing for "worda" and "wordb"; `templates` say in which order they stand
 * (the notation is told in `forms.ts`) and, with `is` and `with`, what that means.
 */
import { z } from 'zod';
import type { ReadLanguage } from '../../domain/reading.ts';
import { documentOf } from '../document.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { sequencesOf } from './form-text.ts';
import { addForm, emptyTree, type FormTree } from './form-tree.ts';
import { piecesOf } from './pieces.ts';
import { numberReader, SHAPES, type SlotReader, tableOf, wordReader } from './readers.ts';
import {
  DAY_PARTS,
  EXPRESSIONS,
  REFERENCES,
  SEASONS,
  SLOT_NAMES,
  type Slots,
  UNITS,
} from './slots.ts';
import { type Tenses, tensesOf } from './tense.ts';
import { variantsOf } from './variants.ts';

const list = z.array(z.string().min(1)).min(1);
const numbered = z.record(z.string().min(1), z.number().int());
const meridiem = z.enum(['A', 'P']);
const season = z.enum(SEASONS);
const unit = z.enum(UNITS);
const part = z.enum(DAY_PARTS);
const constants = z.strictObject({
  year: z.number().int().optional(),
  month: z.number().int().min(1).max(12).optional(),
  day: z.number().int().min(1).max(31).optional(),
  weekday: z.number().int().min(1).max(7).optional(),
  season: season.optional(),
  unit: unit.optional(),
  number: z.union([z.number().positive(), z.literal('X')]).optional(),
  half: z.literal(1).optional(),
  ordinal: z.number().int().positive().optional(),
  offset: z.number().int().optional(),
  part: part.optional(),
  direction: z.number().int().min(-8).max(8).optional(),
  clock: z.number().int().min(0).max(1440).optional(),
  meridiem: meridiem.optional(),
  decade: z.number().int().optional(),
  head: z.number().int().optional(),
  sign: z.union([z.literal(-1), z.literal(1)]).optional(),
  anaphor: z.literal(1).optional(),
  reference: z.enum(REFERENCES).optional(),
});

const schema = z.strictObject({
  /** Lists whose words count only with a capital. */
  capitalised: z.array(z.enum(['month', 'weekday'])),
  /** What parts the whole from the fraction. */
  decimal: z.enum([',', '.']),
  /** Between tens and ones. */
  and: z.string(),
  months: z.array(list).length(12),
  weekdays: z.array(list).length(7),
  seasons: z.record(season, list),
  units: z.partialRecord(unit, list),
  numbers: z.record(z.string().min(1), z.union([z.number().positive(), z.literal('X')])),
  ordinals: numbered,
  dayWords: numbered,
  dayParts: z.record(part, list),
  meridiems: z.record(meridiem, list),
  directions: numbered,
  decades: numbered,
  /** Lists without a meaning of their own, for the templates. */
  lists: z.record(z.string().regex(/^[a-z]\w*$/), list),
  tenses: z.strictObject({
    past: list,
    future: list,
    pastEndings: z.array(z.string()),
    futureEndings: z.array(z.string()),
    /** Words whose ending misleads. */
    neither: z.array(z.string()),
  }),
  templates: z
    .array(z.strictObject({ is: z.enum(EXPRESSIONS), with: constants.optional(), forms: list }))
    .min(1),
});

type Raw = z.infer<typeof schema>;

export interface DateLexicon {
  readonly forms: FormTree;
  readonly tenses: Tenses;
}

/** Reads the list of a language; throws, naming it and the entry, if it is damaged. */
export function openDateLexicon(lexicon: LexiconSource, language: ReadLanguage): DateLexicon {
  const parsed = schema.safeParse(lexicon('dates', language));
  const file = `dates.${language}.json`;
  if (!parsed.success) {
    throw new Error(
      `${file} is damaged; install Atalaya again or mend it: ${z.prettifyError(parsed.error)}`,
    );
  }
  const raw = parsed.data;
  const cut = (word: string) =>
    word.startsWith("'")
      ? [word]
      : piecesOf(documentOf({ text: word, language })).map(({ lower }) => lower);
  const readers = readersOf(raw, cut);
  const slots = new Set<string>(SLOT_NAMES);
  const forms = emptyTree();
  let order = 0;
  for (const { is, with: constant, forms: written } of raw.templates) {
    for (const form of written) {
      const template = { is, with: (constant ?? {}) as Slots, order: order++ };
      try {
        for (const steps of sequencesOf(form, { readers, slots, cut })) {
          addForm(forms, steps, template);
        }
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${file}: the form "${form}" of "${is}" cannot be read: ${reason}`, {
          cause,
        });
      }
    }
  }
  return { forms, tenses: tensesOf(spelledOut(raw.tenses)) };
}

/** Readers of the shapes and of all lists, by the names that forms use. */
function readersOf(raw: Raw, cut: (word: string) => readonly string[]): Map<string, SlotReader> {
  const readers = new Map(Object.entries(SHAPES));
  const table = (entries: readonly (readonly [string, number | string])[]) =>
    tableOf(
      entries.flatMap(([word, value]) => variantsOf(word).map((one) => [cut(one), value] as const)),
    );
  const add = (name: string, entries: readonly (readonly [string, number | string])[]) => {
    const capital = raw.capitalised.some((one) => one === name);
    readers.set(name, wordReader(table(entries), capital));
  };
  add('month', byPlace(raw.months));
  add('weekday', byPlace(raw.weekdays));
  add('season', byMeaning(raw.seasons));
  add('unit', byMeaning(raw.units));
  add('ordinal', Object.entries(raw.ordinals));
  add('dayword', Object.entries(raw.dayWords));
  add('part', byMeaning(raw.dayParts));
  add('meridiem', byMeaning(raw.meridiems));
  add('direction', Object.entries(raw.directions));
  add('decade', Object.entries(raw.decades));
  for (const [name, words] of Object.entries(raw.lists)) {
    if (readers.has(name)) throw new Error(`lists.${name}: the name is taken; choose another`);
    add(
      name,
      words.map((word) => [word, 0]),
    );
  }
  readers.set('number', numberReader(table(Object.entries(raw.numbers)), raw.decimal, raw.and));
  return readers;
}

function byPlace(lists: readonly (readonly string[])[]): (readonly [string, number])[] {
  return lists.flatMap((words, at) => words.map((word) => [word, at + 1] as const));
}

function byMeaning(
  lists: Readonly<Partial<Record<string, readonly string[]>>>,
): (readonly [string, string])[] {
  return Object.entries(lists).flatMap(([name, words]) =>
    (words ?? []).map((word) => [word, name] as const),
  );
}

function spelledOut(tenses: Raw['tenses']): Raw['tenses'] {
  return {
    ...tenses,
    past: tenses.past.flatMap(variantsOf),
    future: tenses.future.flatMap(variantsOf),
    neither: tenses.neither.flatMap(variantsOf),
  };
}
