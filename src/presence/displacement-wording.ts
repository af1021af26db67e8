/** Displacement in words: what coincides, in ranges, with the share that nothing answers for. */
import type { CountRange, Displacement, Rival } from './displacement.ts';
import type { SetEntry } from './like-with-like.ts';
import { shownCount } from './small-counts.ts';

/** What each rival explanation says. */
export const RIVAL_WORDS: Readonly<Record<Rival, string>> = {
  'not-moved': 'those expelled may have gone home, or where no counts are known',
  'counted-otherwise':
    'unit or scope of the later figures is not stated: what is counted may differ',
  'one-source': 'a single source states all of the growth',
  'grew-before': 'growth had begun before the first expulsion',
  'own-reasons': 'growth may have reasons of its own: trade, migrants, a new consulate',
};

/** Two sentences; the rivals are listed beside them. */
export function displacementSentences(found: Displacement<SetEntry>): readonly string[] {
  const { sender, unit, period, expelled, expelledInAll, grown, grownInAll, unobserved, unseen } =
    found;
  const whom = `${unit === 'unstated' ? 'people' : unit} of ${sender}`;
  const out = `${rangeWords(expelledInAll)} ${whom} expelled by ${counted(expelled.length, 'host')} from ${period.first} to ${period.last}`;
  const growth =
    grown.length === 0
      ? `${out}: no growth elsewhere is on record.`
      : `Growth by ${rangeWords(grownInAll)} at ${counted(grown.length, 'other host')} coincides with ${out}.`;
  const share =
    unobserved === null
      ? 'What became of them is not known.'
      : `For ${percent(unobserved.atLeast)} to ${percent(unobserved.atMost)} of them no growth elsewhere is on record.`;
  const hidden =
    unseen.length === 0
      ? []
      : [`At ${counted(unseen.length, 'further host')} no two counts can be set side by side.`];
  return [growth, share, ...hidden];
}

function rangeWords({ atLeast, atMost }: CountRange): string {
  return shownCount({ min: atLeast, max: atMost });
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Rounded towards the middle never: a share short of all is not shown as all. */
function percent(share: number): string {
  const whole = share === 1 ? 100 : Math.min(99, Math.round(share * 100));
  return `${whole} %`;
}
