/** The answer of a chat-completions endpoint: `{ choices: [{ message: { content }, finish_reason }] }`. */
import { z } from 'zod';

const part = z.object({ text: z.string().optional() });
const schema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.union([z.string(), z.array(part)]).nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
});

/** What a model said. */
export interface Said {
  readonly text: string;
  /** Whether the model was stopped before its end. */
  readonly cut: boolean;
}

/** The first choice of an answer. Throws, naming `who`, where it is no such answer. */
export function saidIn(answer: unknown, who: string): Said {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    const place = parsed.error.issues[0]!.path.join('.');
    throw new Error(
      `${who} answered without a usable "${place || 'choices'}": this is no OpenAI-compatible answer`,
    );
  }
  const { message, finish_reason: reason } = parsed.data.choices[0]!;
  const content = message.content ?? '';
  const text =
    typeof content === 'string' ? content : content.map(({ text: own = '' }) => own).join('');
  return { text, cut: reason === 'length' };
}
