/**
 * The forms of the listed Spanish verbs. An entry is an infinitive with, behind `|`, the other stems
 * that its conjugation uses ("pedir|pid"), whole finite forms ("+redujo") and stems of participles
 * ("=abiert"). Forms that no grammar has are made as well; no text holds them.
 */
import type { VerbEntry } from './event-lexicon.ts';

/** What a form tells. `subjunctive`: the imperfect, as after "si". */
export type SpanishTense =
  | 'finite'
  | 'future'
  | 'conditional'
  | 'subjunctive'
  | 'infinitive'
  | 'gerund'
  | 'participle';

export interface SpanishForm {
  readonly tense: SpanishTense;
  readonly entries: VerbEntry[];
}

const CLITICS = ['', 'se', 'lo', 'la', 'los', 'las', 'le', 'les', 'nos', 'selo', 'sela'];
const ENDINGS: Readonly<
  Record<'a' | 'e', Readonly<Record<Exclude<SpanishTense, 'infinitive'>, string>>>
> = {
  a: {
    finite: 'a an ó aron é amos aba aban e en',
    future: 'ará arán aré aremos',
    conditional: 'aría arían',
    subjunctive: 'ara aran ase asen',
    gerund: 'ando ándose ándolo',
    participle: 'ado ada ados adas',
  },
  e: {
    finite: 'e en ió ieron yó yeron í emos imos ía ían a an eron',
    future: 'erá erán eré irá irán iré rá rán',
    conditional: 'ería erían iría irían ría rían',
    subjunctive: 'iera ieran iese iesen era eran yera yeran',
    gerund: 'iendo yendo iéndose iéndolo',
    participle: 'ido ida idos idas ído ída ídos ídas',
  },
};

/** All forms of all entries. */
export function spanishForms(verbs: readonly VerbEntry[]): Map<string, SpanishForm> {
  const forms = new Map<string, SpanishForm>();
  for (const entry of verbs) {
    for (const word of entry.words) {
      for (const [form, tense] of formsOf(word)) {
        const known = forms.get(form);
        if (known === undefined) forms.set(form, { tense, entries: [entry] });
        else if (!known.entries.includes(entry)) known.entries.push(entry);
      }
    }
  }
  return forms;
}

function formsOf(word: string): [string, SpanishTense][] {
  if (word.startsWith('+')) return [[word.slice(1), 'finite']];
  const [infinitive = '', ...others] = word.split('|');
  const plain = infinitive.replace(/se$/, '');
  const stem = plain.slice(0, -2);
  const forms: [string, SpanishTense][] = CLITICS.map((clitic) => [plain + clitic, 'infinitive']);
  for (const other of others) {
    if (other.startsWith('+')) forms.push([other.slice(1), 'finite']);
    if (!other.startsWith('=')) continue;
    for (const ending of ['o', 'a', 'os', 'as'])
      forms.push([other.slice(1) + ending, 'participle']);
  }
  // Endings alone would be words of their own: "ir" makes no "en".
  const stems = [stem, ...others].filter((one) => one.length > 1 && /^\p{L}/u.test(one));
  const endings = ENDINGS[plain.endsWith('ar') ? 'a' : 'e'];
  for (const [tense, list] of Object.entries(endings)) {
    for (const ending of list.split(' ')) {
      for (const one of stems) forms.push([one + ending, tense as SpanishTense]);
    }
  }
  return forms;
}
