/**
 * What a heading of a list says of a post: embassy or consulate, of which state, and whether it resides
 * elsewhere; in English, Spanish, French and Russian. O(length) a line.
 */
import type { StateCode } from '../../../domain/reading.ts';
import { stateHeaded } from './state-words.ts';

/** What kind of post a heading begins. */
export type Post = 'embassy' | 'consulate';

/** A line as the heading of a post. */
export interface HeadedPost {
  readonly post: Post;
  /** Whether the line has the word for the post, and not the state's name alone. */
  readonly worded: boolean;
  /** Whether it names a state, known or not; a consulate may name its seat alone. */
  readonly namesState: boolean;
  /** Absent: a state that the desk does not know, or none. */
  readonly sender: StateCode | undefined;
  /** The state's name as written. Never other words. */
  readonly name: string | undefined;
  readonly elsewhere: boolean;
}

const MOST_LENGTH = 160;
/** Russian has no "of": a capitalised word after "Посольство" names a state. */
const RUSSIAN_NAME =
  /^(?:[Пп]осольство|ПОСОЛЬСТВО|(?:[А-Яа-яё-]+ )?(?:[Кк]онсульство|КОНСУЛЬСТВО)) (?!(?:в|во|В|ВО) )\p{Lu}[\p{L} -]+$/u;
/** What stands between the word for a post and the state: whether it is there tells a name from an address. */
const OF =
  "(?<of>,? (?:of the|of|to the|de la|de las|de los|del|du|des|de l['’]|de|d['’])(?= |(?<=['’])))?";
const EMBASSY = new RegExp(
  `^(?:the )?(?:royal |british |american )?(?:embassy|high commission|apostolic nunciature|legation|embajada|nunciatura apost[oó]lica|ambassade|haut[- ]commissariat|nonciature apostolique|посольств[оа]|апостольская нунциатура)(?!\\p{L})${OF}`,
  'iu',
);
const CONSULATE = new RegExp(
  `^(?:the )?(?:royal |british )?(?:honorary )?(?:vice[- ])?(?:consulate(?:[- ]general)?|consulado(?: general)?(?: honorario)?|consulat(?: g[ée]n[ée]ral)?|(?:генеральное |почетное |почётное |вице-)?консульство)(?!\\p{L})${OF}`,
  'iu',
);
const NUNCIATURE = /nunciatur|nonciature|нунциатура/iu;
/** The seat of a consulate: not of the state. */
const SEAT = /(?:,| [–—-])? (?:in|at|en|à|в|во) (?!the )\p{L}[\p{L} .'’-]{1,40}$/iu;
const CONTINUED =
  /\(?(?<!\p{L})(?:continued|cont['’]?d|continuaci[oó]n|suite|продолжение)(?!\p{L})\.?\)?/iu;
const NON_RESIDENT = '(?:non[- ]?resident|no residente|concurrente|non[- ]r[ée]sident)';
const SEATED =
  '(?:(?:embassy|chancery|residing|resident|residence|embajada|con sede|sede|residente|ambassade|chancellerie|r[ée]sidant|r[ée]sidence|посольство|резиденция)(?: is)? (?:at|in|en|à|в) )';
const ELSEWHERE = new RegExp(
  `\\((?:[^()]{0,20} )?(?:${NON_RESIDENT}|${SEATED}[^()]{2,60})\\)|(?<!\\p{L})${NON_RESIDENT}(?!\\p{L})`,
  'iu',
);

const OUTSIDE =
  /^(?:non[- ]?r[ée]sident|no residente|concurrente|residing|con sede|r[ée]sidant)(?!\p{L})/iu;

/** The post that a line begins, `undefined` where it can begin none. */
export function postHeaded(line: string): HeadedPost | undefined {
  const shown = line.trim();
  if (shown.length < 3 || shown.length > MOST_LENGTH || /[\d:@]/.test(shown)) return undefined;
  const elsewhere = ELSEWHERE.test(shown);
  const bare = shown
    .replace(CONTINUED, ' ')
    .replace(ELSEWHERE, ' ')
    .replace(/\s*\(\s*\)\s*|\s+/g, ' ')
    .trim();
  const embassy = EMBASSY.exec(bare);
  const consulate = embassy === null ? CONSULATE.exec(bare) : null;
  const worded = embassy ?? consulate;
  if (worded === null) {
    const named = stateHeaded(bare);
    return (
      named && {
        post: 'embassy',
        worded: false,
        namesState: true,
        sender: named.state,
        name: named.name,
        elsewhere,
      }
    );
  }
  const post = embassy === null ? 'consulate' : 'embassy';
  const rest = bare.slice(worded[0].length);
  const left = post === 'consulate' ? rest.replace(SEAT, '') : rest;
  const named = stateHeaded(left) ?? namedBy(worded[0]);
  const of = worded.groups?.['of'] !== undefined;
  // Other words after "Embassy" may be an address; only "Embassy of …" names a state, known or not.
  const namesState = named !== undefined || of || RUSSIAN_NAME.test(bare);
  if (!namesState && (post === 'embassy' || left.trim() !== '')) return undefined;
  return { post, worded: true, namesState, sender: named?.state, name: named?.name, elsewhere };
}

/** Whether a line says no more than that the mission named before it resides in another state. */
export function saysElsewhere(line: string): boolean {
  const shown = line.trim();
  if (shown.length > MOST_LENGTH || /\d/.test(shown)) return false;
  // Without brackets "Residence in …" is the ambassador's.
  const within = OUTSIDE.test(shown) ? `(${shown})` : shown;
  return ELSEWHERE.exec(within)?.[0] === within;
}

/** "Apostolic Nunciature", "British Embassy": the word itself names the state. */
function namedBy(word: string): ReturnType<typeof stateHeaded> {
  if (NUNCIATURE.test(word)) return { state: 'VA', name: 'Holy See' };
  const adjective = /(?:^|\s)(british|american) /iu.exec(word)?.[1];
  return adjective === undefined ? undefined : stateHeaded(adjective);
}
