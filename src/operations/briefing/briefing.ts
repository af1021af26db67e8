/** What a watch shows of a period, for people who decide: each sentence with what shows it. */
import { z } from 'zod';
import { BRIEFING_LANGUAGES, type Briefing } from '../../domain/briefing.ts';
import { composeBriefing } from '../../export/briefing/compose.ts';
import { briefingHtml } from '../../export/briefing/html.ts';
import { briefingMarkdown } from '../../export/briefing/markdown.ts';
import { counted, figure } from '../../export/wording.ts';
import { usualWatchList, watchListIfThere } from '../../pipeline/watch/watch-list.ts';
import { dayAsked } from '../alerts.ts';
import { operation } from '../operation.ts';
import { briefingFacts } from './facts.ts';

export interface BriefingView {
  readonly mediaType: 'text/html' | 'text/markdown';
  readonly text: string;
  readonly fileName: string;
  readonly briefing: Briefing;
}

export const briefingOperation = operation({
  name: 'briefing',
  summary:
    'Write what a watch shows of a period: judgements, alerts, cascades, claims, presence, gaps',
  input: z.object({
    from: dayAsked.optional().describe('first day (YYYY-MM-DD); default: six days before the last'),
    to: dayAsked.optional().describe('last day (YYYY-MM-DD); default: that of the newest article'),
    language: z.enum(BRIEFING_LANGUAGES).default('en').describe('en or es'),
    format: z.enum(['html', 'md']).default('html').describe('html (for print, too) or md'),
    watch: z
      .string()
      .optional()
      .describe('the watch list that names host and sponsors; default ./watch.yaml'),
  }),
  creates: false,
  remote: {
    role: 'reader',
    changes: false,
    fields: ['from', 'to', 'language', 'format'],
  },
  run: async ({ from, to, language, format, watch }, context): Promise<BriefingView> => {
    const { desk, version, progress } = context;
    const named = context.by === 'local' ? watch : undefined;
    const facts = await briefingFacts(desk, {
      watchFile: watchListIfThere(context.watchFile) ?? named ?? usualWatchList(),
      ...{ from, to, version, onProgress: progress.step },
    });
    const briefing = composeBriefing(facts, language);
    const { first, last } = facts.period;
    const name = `briefing-${first}-${last}-${language}`;
    return format === 'html'
      ? {
          ...{ mediaType: 'text/html', text: briefingHtml(briefing) },
          ...{ fileName: `${name}.html`, briefing },
        }
      : {
          ...{ mediaType: 'text/markdown', text: briefingMarkdown(briefing) },
          ...{ fileName: `${name}.md`, briefing },
        };
  },
  text: ({ text, briefing }, { writtenTo }) =>
    writtenTo === undefined ? text : writtenText(briefing, writtenTo),
});

function writtenText({ sections, sources, refused }: Briefing, file: string): string {
  const sentences = sections.flatMap(({ items }) => items.flatMap((item) => item.sentences));
  return [
    `Wrote ${file}: ${counted(sentences.length, 'sentence')} on ${counted(sources.length, 'source')}.`,
    ...(refused.length === 0
      ? []
      : [`${figure(refused.length)} not written, for want of evidence: listed at its end.`]),
  ].join('\n');
}
