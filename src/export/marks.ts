/**
 * The marks of the drawing: a shape and a colour for each copy type, so that a print in black and
 * white still tells them apart. Shapes are defined once a page and used by reference.
 */
import { COPY_TYPES, type CopyType } from '../domain/trace.ts';
import type { EchoView } from '../domain/views.ts';
import type { WordingLanguage } from './alert-wording.ts';
import { html, type Markup } from './markup.ts';
import { SPANISH_COPY_TYPES } from './spanish-words.ts';
import { COPY_TYPE_WORDS } from './wording.ts';

/** What a mark says: a copy type, the earliest seen, or that the copy type is not known. */
export type MarkKind = CopyType | 'earliest' | 'untyped';

/** The mark of one member. */
export function markKind(echo: EchoView): MarkKind {
  if (echo.role === 'earliest') return 'earliest';
  return echo.copyType ?? 'untyped';
}

/** Hidden definitions of all shapes, each centred on 0,0 within 12 by 12. */
export function markShapes(): Markup {
  return html`<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false"><defs><g id="m-earliest"><circle r="5.5" class="ring"/><circle r="2.5"/></g><circle id="m-verbatim" r="5"/><path id="m-edited" d="M0-6 6 0 0 6-6 0Z"/><path id="m-cut" d="M-5.5 4.5 0-5.5 5.5 4.5Z"/><path id="m-paraphrased" d="M-4.6-4.6h9.2v9.2h-9.2Z"/><path id="m-translated" d="M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4Z"/><circle id="m-untyped" r="4.2" class="ring"/></defs></svg>`;
}

/** A mark to stand in a line of text. Decorative: the word must stand beside it. */
export function inlineMark(kind: MarkKind): Markup {
  return html`<svg class="mark t-${kind}" viewBox="-7 -7 14 14" aria-hidden="true"><use href="#m-${kind}"/></svg>`;
}

/** A copy type's name: the domain's own in English. */
export function copyTypeName(copyType: CopyType, language: WordingLanguage): string {
  return language === 'es' ? SPANISH_COPY_TYPES[copyType] : copyType;
}

/** A copy type with its mark. */
export function copyTypeLabel(copyType: CopyType, language: WordingLanguage = 'en'): Markup {
  return html`<span class="type">${inlineMark(copyType)} ${copyTypeName(copyType, language)}</span>`;
}

/** Every copy type with its meaning, once a page. */
export function copyTypeKey(): Markup {
  const items = COPY_TYPES.map(
    (type) => html`<li>${inlineMark(type)} <b>${type}</b>: ${COPY_TYPE_WORDS[type]}</li>`,
  );
  return html`<ul class="legend key-types" aria-label="Copy types">${items}</ul>`;
}

/** `3 verbatim, 1 edited` with marks, in the order of the copy types. */
export function copyTypeCounts(echoes: readonly EchoView[]): readonly Markup[] {
  return COPY_TYPES.flatMap((copyType) => {
    const n = echoes.filter((echo) => echo.copyType === copyType).length;
    if (n === 0) return [];
    return [html`<span class="type">${inlineMark(copyType)} ${n} ${copyType}</span>`];
  });
}
