/** `/outlets/:domain`: what is stated of one outlet, what the desk has seen of it, and its neighbours. */
import { cascadeListOperation } from '../operations/cascade-rows.ts';
import { networkOperation } from '../operations/network.ts';
import { outletsOperation, seenDomains } from '../operations/outlets.ts';
import { outletBody } from './outlet-body.ts';
import type { ConsoleLanguage, Page, PageAnswer, PageRequest } from './page.ts';
import { problemAnswer } from './problem-page.ts';

/** From so many cascades on the desk, judging them all is asked for and not done for every view. */
const MANY_CASCADES = 400;
const SHOWN = 8;
/** Longest key of an outlet: a domain name's length, or an account's. */
const LONGEST = 253;

export const outletPage: Page = {
  path: '/outlets/:domain',
  section: 'outlets',
  role: 'reader',
  answer: async ({ params, query, language, context }) => {
    const domain = (params['domain'] ?? '').trim().toLowerCase();
    if (domain === '' || domain.length > LONGEST || /\s/.test(domain)) {
      return unknownTo(language);
    }
    if (!(await isKnown(domain, context))) return unknownTo(language);
    const all = await cascadeListOperation.run(
      cascadeListOperation.input.parse({ limit: 1, minReach: 1 }),
      context,
    );
    const isJudged = all.total <= MANY_CASCADES || query.get('profile') === '1';
    const { asked } = await outletsOperation.run(
      outletsOperation.input.parse({ outlets: [domain] }),
      { ...context, hasDesk: isJudged },
    );
    const network = await networkOperation.run(
      networkOperation.input.parse({ outlet: domain, limit: 60 }),
      context,
    );
    const cascades = await cascadeListOperation.run(
      cascadeListOperation.input.parse({ outlet: domain, limit: SHOWN }),
      context,
    );
    const view = { domain, isJudged, outlet: asked[0]!, network, cascades };
    return {
      kind: 'page',
      status: 200,
      title: domain,
      body: outletBody(view, language),
      data: { outlet: view.outlet, network, cascades },
      scripts: ['network.js'],
    };
  },
};

/** Whether the desk has an article of it, or a source states anything of it. */
async function isKnown(domain: string, context: PageRequest['context']): Promise<boolean> {
  const seen = await seenDomains(context);
  // A house is asked for as well as its editions; a whole zone ("com") is no outlet.
  const isHouse = domain.includes('.');
  const isOf = (one: string): boolean => one === domain || (isHouse && one.endsWith(`.${domain}`));
  if (seen.some((one) => isOf(one.domain))) return true;
  // Nothing is judged for it: whoever makes up addresses must not make the desk work.
  const { asked } = await outletsOperation.run(
    outletsOperation.input.parse({ outlets: [domain] }),
    { ...context, hasDesk: false },
  );
  return asked.some(({ facts }) => facts.length > 0);
}

function unknownTo(language: ConsoleLanguage): PageAnswer {
  return { kind: 'page', status: 404, data: {}, ...problemAnswer(404, language) };
}
