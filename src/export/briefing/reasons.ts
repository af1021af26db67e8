/** Why the gate refuses a sentence. Closed: a new reason gets a new kind. */
export type GateReason =
  | { readonly kind: 'no-footing' }
  | { readonly kind: 'unknown-footing'; readonly n: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'open-quotation' }
  | { readonly kind: 'quotation'; readonly words: string }
  | { readonly kind: 'day'; readonly words: string }
  | { readonly kind: 'number'; readonly words: string }
  | { readonly kind: 'confidence'; readonly words: string }
  | { readonly kind: 'two-judgements' }
  | { readonly kind: 'word'; readonly words: string }
  | { readonly kind: 'name'; readonly words: string };
