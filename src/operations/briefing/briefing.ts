/** What a watch shows of a period, for people who decide: each sentence with what shows it. */
import { z } from 'zod';
import { BRIEFING_LANGUAGES, type Briefing, type BriefingFacts } from '../../domain/briefing.ts';
import { composeBriefing } from '../../export/briefing/compose.ts';
import { briefingDocx } from '../../export/briefing/docx.ts';
import { briefingHtml } from '../../export/briefing/html.ts';
import { briefingMarkdown } from '../../export/briefing/markdown.ts';
import { footingsFor, withModelSentences } from '../../export/briefing/with-model.ts';
import { counted, figure } from '../../export/wording.ts';
import { printed } from '../../pipeline/briefing/print.ts';
import type { Desk } from '../../pipeline/desk.ts';
import { usualWatchList, watchListIfThere } from '../../pipeline/watch/watch-list.ts';
import { dayAsked } from '../alerts.ts';
import { operation } from '../operation.ts';
import { briefingFacts } from './facts.ts';

export type BriefingView = {
  readonly fileName: string;
  readonly briefing: Briefing;
} & (
  | { readonly mediaType: 'text/html' | 'text/markdown'; readonly text: string }
  | { readonly mediaType: typeof DOCX | 'application/pdf'; readonly bytes: Uint8Array }
);

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FORMATS = ['html', 'md', 'docx', 'pdf'] as const;
const DAY = 86_400_000;

export const briefingOperation = operation({
  input: z.object({
    from: dayAsked.optional().describe('first day (YYYY-MM-DD); default: six days before the last'),
    to: dayAsked.optional().describe('last day (YYYY-MM-DD); default: that of the newest article'),
    language: z.enum(BRIEFING_LANGUAGES).default('en').describe('en or es'),
    format: z
      .enum(FORMATS)
      .default('html')
      .describe('html, md, docx, or pdf (printed by the system’s Chromium)'),
    model: z
      .boolean()
      .default(false)
      .describe('also ask the model that ATALAYA_READER names; what it says passes the same gate'),
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
  run: async ({ from, to, language, format, model, watch }, context): Promise<BriefingView> => {
    const { desk, version, progress } = context;
    const named = context.by === 'local' ? watch : undefined;
    const facts = await briefingFacts(desk, {
      watchFile: watchListIfThere(context.watchFile) ?? named ?? usualWatchList(),
      ...{ from, to, version, onProgress: progress.step },
    });
    const own = composeBriefing(facts, language);
    const briefing = model ? await withModel(own, facts, desk) : own;
    const { first, last } = facts.period;
    const document = await documentOf(briefing, format, desk, Date.parse(last) + DAY);
    return { ...document, fileName: `briefing-${first}-${last}-${language}.${format}`, briefing };
  },
  text: (output, { writtenTo }) => {
    if (writtenTo !== undefined) return writtenText(output.briefing, writtenTo);
    return 'text' in output ? output.text : writtenText(output.briefing, output.fileName);
  },
});

async function withModel(
  own: Briefing,
  facts: BriefingFacts,
  { openBriefer }: Desk,
): Promise<Briefing> {
  if (openBriefer === undefined) {
    throw new Error('no model is set: name one with ATALAYA_READER, or leave --model out');
  }
  const footings = footingsFor(own);
  const text = await openBriefer()({ language: own.language, footings });
  return withModelSentences(own, facts, text);
}

/** `at`: the time that a document bears, milliseconds since the epoch: the end of its period. */
async function documentOf(
  briefing: Briefing,
  format: (typeof FORMATS)[number],
  { findBrowser }: Desk,
  at: number,
) {
  switch (format) {
    case 'html':
      return { mediaType: 'text/html', text: briefingHtml(briefing) } as const;
    case 'md':
      return { mediaType: 'text/markdown', text: briefingMarkdown(briefing) } as const;
    case 'docx':
      return { mediaType: DOCX, bytes: await briefingDocx(briefing) } as const;
    case 'pdf': {
      const browser = findBrowser();
      if (browser === undefined) {
        throw new Error(
          'no Chromium was found to print with: install one (Debian: apt-get install chromium), name it with ATALAYA_CHROMIUM, or write docx or html',
        );
      }
      const bytes = await printed(briefingHtml(briefing), browser, at);
      return { mediaType: 'application/pdf', bytes } as const;
    }
  }
}

function writtenText({ sections, sources, refused }: Briefing, file: string): string {
  const sentences = sections.flatMap(({ items }) => items.flatMap((item) => item.sentences));
  return [
    `Wrote ${file}: ${counted(sentences.length, 'sentence')} on ${counted(sources.length, 'source')}.`,
    ...(refused.length === 0
      ? []
      : [`${figure(refused.length)} not written, for want of evidence: listed at its end.`]),
  ].join('\n');
}
