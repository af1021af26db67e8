/** Checks a shipped list against its schema, with a message that says which list is wrong and where. */
import type { z } from 'zod';
import type { ReadLanguage } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';

/** The list `<kind>.<language>`, checked. Throws, naming list, place and fault. */
export function checkedLexicon<T>(
  lexicon: LexiconSource,
  kind: string,
  language: ReadLanguage,
  schema: z.ZodType<T>,
): T {
  const answer = schema.safeParse(lexicon(kind, language));
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new Error(`lexicon ${kind}.${language}, at ${place || 'its root'}: ${issue?.message}`);
}
