/** Published fact-checks: ClaimReview in JSON and in pages, lists in tables. */
import type { Chance } from '../../bench/chance.ts';
import { readChecks } from '../../src/collect/checks/read-checks.ts';
import type { CheckDraft } from '../../src/domain/checks.ts';
import { inBytes } from '../mutate/bytes.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { CELL_MUTATORS, LINE_MUTATORS } from '../mutate/lines.ts';
import { MARKUP_MUTATORS } from '../mutate/markup.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { addressFault, firstOf, momentFault, sentenceFault } from '../rules.ts';
import { CHECK_PAGES, CHECK_TABLES, CHECKS } from '../seeds/exchanged.ts';
import type { BytesTarget, Fault } from '../target.ts';

const NOW = Date.UTC(2026, 0, 1);
const TABLE = [...CELL_MUTATORS, ...LINE_MUTATORS, ...TEXT_MUTATORS];
const PAGE = [...MARKUP_MUTATORS, ...TEXT_MUTATORS];

function make(chance: Chance): Uint8Array {
  const dice = chance();
  if (dice < 0.6) return inBytes(mutated(CHECKS, JSON_MUTATORS, chance), chance);
  return dice < 0.8
    ? inBytes(mutated(CHECK_TABLES, TABLE, chance), chance)
    : inBytes(mutated(CHECK_PAGES, PAGE, chance), chance);
}

function* faults(draft: CheckDraft): Generator<Fault> {
  if (draft.claim.trim() === '') yield 'a check without a claim';
  yield addressFault('the check', draft.url);
  for (const url of draft.appearances) yield addressFault('an appearance', url);
  yield momentFault('when it was checked', draft.checked);
  yield momentFault('when it was claimed', draft.claimed);
  if (draft.checked !== undefined && draft.checked.earliest > NOW + 86_400_000) {
    yield 'it was checked in the future';
  }
  const scale = Object.values(draft.ratingScale ?? {});
  if (!scale.every(Number.isFinite)) yield `a rating is no number: ${scale.join(', ')}`;
}

async function check(bytes: Uint8Array): Promise<Fault> {
  let given = 0;
  let counted = 0;
  const onEnd = (counts: { checks: number; refused: number }): void => {
    counted = counts.checks + counts.refused;
  };
  for await (const read of readChecks([{ name: 'case', bytes }], { now: NOW, onEnd })) {
    given++;
    const fault = read.ok
      ? firstOf(faults(read.value.draft))
      : sentenceFault('the refusal', read.refusal.detail);
    if (fault !== undefined) return fault;
  }
  return given === counted ? undefined : `${given} were given and ${counted} counted`;
}

export const checks: BytesTarget = { kind: 'bytes', name: 'checks', weight: 8, make, check };
