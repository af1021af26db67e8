/**
 * Alterations that matter: a figure that changed on the way, a hedge that fell out, a headline that
 * lost its "says". Found in the difference of the words of two aligned passages, by short lists of
 * hedges and cues in English, Spanish and Russian. What is found is shown with both wordings: the
 * reader judges. Linear in the differing words.
 */
import type { Alteration } from '../domain/trace.ts';
import type { DiffRun } from '../text/diff.ts';
import type { Tokens } from '../text/tokens.ts';

/** Words by which a text holds a claim at a distance. */
const HEDGES = [
  'alleged(?:ly)?|reported(?:ly)?|purported(?:ly)?|supposed(?:ly)?|apparent(?:ly)?|unconfirmed|according to|claim(?:s|ed)?|may|might|could',
  'presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|habr[íi]an?|al parecer|seg[úu]n|de acuerdo con|aparentemente|podr[íi]an?|sin confirmar',
  'якобы|предположительно|по данным|по словам|как сообщается|сообщается|предполагаем\\p{L}+|вероятно|возможно|может|могут|неподтвержд[её]нн\\p{L}+',
].join('|');
/** Cues that attribute a headline to a speaker. */
const CUES = [
  'say|says|said|warns?|warned|accuses?|accused|alleges?|told',
  'dice|dijo|afirma|afirm[óo]|asegura|asegur[óo]|denuncia|denunci[óo]|acusa|acus[óo]|advierte|advirti[óo]|sostiene',
  'заявил[аи]?|сообщил[аи]?|сказал[аи]?|обвинил[аи]?|предупредил[аи]?|утверждает|считает',
].join('|');
const NUMBER_WORDS = [
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?|billions?',
  'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cuarenta|cincuenta|cien(?:to)?s?|\\p{L}*cient[oa]s|mil|miles|mill[óo]n(?:es)?|docenas?|decenas?',
  'два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|тридцать|сорок|пятьдесят|сто|двести|триста|тысяч\\p{L}?|миллион\\p{L}*|десятк\\p{L}+|сотн\\p{L}+',
].join('|');

const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');
const HEDGE = words(HEDGES);
const DISTANCE = words(`${HEDGES}|${CUES}`);
const FIGURE = new RegExp(`\\p{N}|${words(NUMBER_WORDS).source}`, 'iu');

/** One side of a difference: the passage's text and its words. */
export interface AlterationSide {
  readonly text: string;
  readonly tokens: Tokens;
}

/** Figures and hedges that differ between two passages, in reading order. */
export function passageAlterations(
  from: AlterationSide,
  to: AlterationSide,
  runs: readonly DiffRun[],
): Alteration[] {
  const found: Alteration[] = [];
  runs.forEach((run, i) => {
    if (run.kind !== 'removed') return;
    const next = runs[i + 1];
    const removed = sliceOf(from, run.aBegin, run.aEnd);
    const added = next?.kind === 'added' ? sliceOf(to, next.bBegin, next.bEnd) : '';
    if (FIGURE.test(removed) && FIGURE.test(added)) {
      found.push({ kind: 'figure-changed', from: removed, to: added });
    } else if (HEDGE.test(removed) && !HEDGE.test(added)) {
      found.push({ kind: 'hedge-removed', from: removed, to: added });
    }
  });
  return found;
}

/** A headline that held its claim at a distance and no longer does, if it is one. */
export function headlineAlteration(from: string, to: string): Alteration | undefined {
  if (from === '' || to === '' || !DISTANCE.test(from) || DISTANCE.test(to)) return undefined;
  return { kind: 'headline-hardened', from, to };
}

function sliceOf({ text, tokens }: AlterationSide, begin: number, end: number): string {
  return text.slice(tokens.begins[begin], tokens.ends[end - 1]);
}
