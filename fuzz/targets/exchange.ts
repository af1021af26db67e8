/** Files of other platforms: STIX 2.1, FollowTheMoney, exports of a desk; what is taken is read as a draft. */
import { readChecks } from '../../src/collect/checks/read-checks.ts';
import { draftOf } from '../../src/collect/draft.ts';
import { readExchange } from '../../src/collect/exchange/read-exchange.ts';
import { inBytes } from '../mutate/bytes.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { mutated } from '../mutate/pick.ts';
import { addressFault, momentFault, sentenceFault } from '../rules.ts';
import { EXCHANGED } from '../seeds/exchanged.ts';
import type { BytesTarget, Fault } from '../target.ts';

const NOW = Date.UTC(2026, 0, 1);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

type Given = ReturnType<typeof readExchange> extends AsyncGenerator<infer T> ? T : never;

async function faultOf(given: Given): Promise<Fault> {
  switch (given.kind) {
    case 'refused':
      return sentenceFault('the refusal', given.refusal.detail);
    case 'no-text':
      return addressFault('a lead', given.url);
    case 'article': {
      const draft = draftOf(given.item, { now: NOW });
      if (!draft.ok) return sentenceFault('why it is no article', draft.refusal.detail);
      const { url, published, text } = draft.value;
      if (text.trim() === '') return 'an article without text';
      return addressFault('an article', url) ?? momentFault('when it was published', published);
    }
    case 'check': {
      for await (const read of readChecks([{ name: 'x.json', bytes: given.item.bytes }], {
        now: NOW,
      })) {
        const fault = read.ok ? addressFault('a check', read.value.draft.url) : undefined;
        if (fault !== undefined) return fault;
      }
      return undefined;
    }
    case 'taken':
    case 'own':
    case 'repeated':
    case 'passed':
      return undefined;
  }
}

async function check(bytes: Uint8Array): Promise<Fault> {
  for await (const given of readExchange('case.json', once(bytes))) {
    const fault = await faultOf(given);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export const exchange: BytesTarget = {
  kind: 'bytes',
  name: 'exchange',
  weight: 8,
  make: (chance) => inBytes(mutated(EXCHANGED, JSON_MUTATORS, chance), chance),
  check,
};
