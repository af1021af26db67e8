/** `/presence/SENDER/HOST`: one state in another, series by series, against what one would expect. */
import { presencePairOperation } from '../operations/presence-map.ts';
import type { Page } from './page.ts';
import { pairBody } from './presence-pair-body.ts';
import { problemAnswer } from './problem-page.ts';
import { stateName, WORDS } from './words/presence.ts';

export const presencePairPage: Page = {
  path: '/presence/:sender/:host',
  section: 'presence',
  role: 'reader',
  answer: async ({ params, language, context }) => {
    const states = [params['sender'], params['host']].map((code) => (code ?? '').toUpperCase());
    const input = presencePairOperation.input.safeParse({ sender: states[0], host: states[1] });
    if (!input.success) {
      const detail = 'States are named by their codes, such as /presence/RU/MX.';
      return { kind: 'page', status: 404, data: {}, ...problemAnswer(404, language, detail) };
    }
    const presence = await presencePairOperation.run(input.data, context);
    const [sender, host] = states.map((code) => stateName(code, language));
    return {
      kind: 'page',
      status: 200,
      title: WORDS[language].pairTitle(sender!, host!),
      body: pairBody(presence, language),
      data: presence,
    };
  },
};
