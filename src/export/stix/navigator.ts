/**
 * A layer (format 4.5) for the ATT&CK Navigator, or DISARM's edition of it: each technique that some
 * cascade or alert bears out, scored by how many do, and naming them.
 */
import type { Exporter } from '../../domain/exports.ts';
import { nameOf } from './foreign.ts';
import { type Attached, alertTechniques, cascadeTechniques, type Technique } from './techniques.ts';

/** Most cascades and alerts that a comment names. */
const MOST_NAMED = 20;

interface Tally {
  readonly technique: Technique;
  count: number;
  readonly named: string[];
}

/** The whole layer, in one piece; there are fewer techniques than fingers on two hands. */
export const navigatorLayer: Exporter = async function* (records) {
  const tallies = new Map<Technique['id'], Tally>();
  let title: string | undefined;
  for await (const record of records) {
    if (record.kind === 'head') title = record.title;
    if (record.kind === 'cascade') {
      const { cascade } = record;
      count(tallies, cascadeTechniques(cascade), `Cascade “${nameOf(cascade.title, 'Untitled')}”`);
    } else if (record.kind === 'alert') {
      const { alert } = record.view;
      count(tallies, alertTechniques(record.view), `Alert “${nameOf(alert.subject, alert.id)}”`);
    }
  }
  const sorted = [...tallies.values()].sort((a, b) => (a.technique.id < b.technique.id ? -1 : 1));
  yield `${JSON.stringify(layerOf(title, sorted), undefined, 1)}\n`;
};

function count(
  tallies: Map<Technique['id'], Tally>,
  attached: readonly Attached[],
  name: string,
): void {
  for (const { technique, evidence } of attached) {
    const tally = tallies.get(technique.id) ?? { technique, count: 0, named: [] };
    tallies.set(technique.id, tally);
    tally.count += 1;
    if (tally.named.length < MOST_NAMED) tally.named.push(`${name}: ${evidence}`);
  }
}

function layerOf(title: string | undefined, tallies: readonly Tally[]): object {
  const highest = Math.max(1, ...tallies.map((tally) => tally.count));
  return {
    name: title === undefined ? 'Atalaya' : `Atalaya: ${nameOf(title, 'a watch')}`,
    versions: { attack: '1.6', navigator: '5.1.0', layer: '4.5' },
    domain: 'disarm',
    description:
      'Techniques of DISARM 1.6 whose evidence the desk holds. A score counts cascades and alerts; it does not say who did it, or that anybody meant to.',
    sorting: 3,
    techniques: tallies.map(({ technique, count: score, named }) => ({
      techniqueID: technique.id,
      tactic: technique.tactic,
      score,
      enabled: true,
      showSubtechniques: true,
      comment: [
        ...named,
        ...(score > named.length ? [`And ${score - named.length} more.`] : []),
      ].join('\n'),
    })),
    gradient: { colors: ['#fff7bcff', '#d95f0eff'], minValue: 0, maxValue: highest },
    hideDisabled: false,
  };
}
