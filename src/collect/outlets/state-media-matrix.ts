/**
 * The State Media Matrix (Dragomir, Söderström: "The State of State Media", Media and Journalism
 * Research Center): who funds, who runs, who edits. Seven types by these three questions; they are
 * kept as labels beside the affiliation that we take them for (docs/outlets.md).
 */
import type { Affiliation } from '../../domain/watch.ts';
import { countryNamed } from './countries.ts';
import type { ListRow } from './list-rows.ts';
import { factOf, type ReadFact } from './own-list.ts';

/** Type, what it says, and what we take it for. */
export const TYPOLOGY: Readonly<
  Record<string, { readonly says: string; readonly affiliation: Affiliation }>
> = {
  SC: {
    says: 'state-controlled: funded, run and edited under state control',
    affiliation: 'state-controlled',
  },
  CaPu: {
    says: 'captured public or state-managed: run and edited under state control',
    affiliation: 'state-controlled',
  },
  CaPr: {
    says: 'captured private: in private hands, edited under state control',
    affiliation: 'state-aligned',
  },
  ISFM: {
    says: 'independent, state-funded and state-managed: edited independently',
    affiliation: 'public',
  },
  ISF: { says: 'independent, state-funded: edited independently', affiliation: 'public' },
  ISM: { says: 'independent, state-managed: edited independently', affiliation: 'public' },
  IP: { says: 'independent public: neither state-funded nor state-managed', affiliation: 'public' },
};

/** One row. A type with a question mark (`ISFM?`) is kept as a label and taken for nothing. */
export function matrixFact(row: ListRow, source: string): ReadFact {
  const address = row.value('url');
  if (address === undefined) {
    const asset = row.value('main assets');
    return { reason: asset === undefined ? 'the row is empty.' : `${asset} has no address (URL).` };
  }
  const typology = row.value('typology');
  const known = typology !== undefined && Object.hasOwn(TYPOLOGY, typology);
  const country = row.value('country');
  const status = row.value('status');
  const closed = status !== undefined && /not functional/i.test(status);
  return factOf({
    domain: address,
    name: unstarred(row.value('main assets')),
    owner: unstarred(row.value('media company')),
    country: country === undefined ? undefined : countryNamed(country),
    affiliation:
      typology === undefined ? undefined : known ? TYPOLOGY[typology]!.affiliation : 'unknown',
    labels: [
      ...(typology === undefined ? [] : [`type: ${typology}`]),
      ...(closed ? [`status: ${status}`] : []),
    ],
    sourceName: source,
  });
}

/** Without the stars that lead to the list's footnotes. */
function unstarred(name: string | undefined): string | undefined {
  return name?.replace(/(?<!\*)\*+$/, '').trim() || undefined;
}
