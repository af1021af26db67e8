/** A published fact-check as matching sees it, and the fields it is read by. */

export interface ClaimText {
  readonly id: string;
  /** The claim that was checked, in one sentence or a few. */
  readonly claim: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly body?: string;
  /** Lower-case primary tag (`es`); absent: words are folded, not stemmed. */
  readonly language?: string;
}

export const FIELDS = ['claim', 'title', 'subtitle', 'body'] as const;
