/** English that is left in a Spanish page. */
import { parseHTML } from 'linkedom';
import type { CascadeView } from '../domain/views.ts';
import { pierCascade } from '../export/invented.fixture.ts';

const ENGLISH =
  /\b(?:the|of|and|with|was|were|than|later|earlier|between|not|from|this|that|which|by|more|seen|known|undated|perhaps)\b/giu;
/** Attributes that are shown or read out. */
const SAID = ['aria-label', 'title', 'data-label'];

type Node = ReturnType<typeof parseHTML>['document']['body'];

/** English function words outside elements with a language of their own, each with what is around it. */
export function englishIn(markup: string): string[] {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const found: string[] = [];
  const look = (text: string | null): void => {
    for (const match of (text ?? '').matchAll(ENGLISH)) {
      found.push((text ?? '').slice(Math.max(0, match.index - 30), match.index + 30));
    }
  };
  const visit = (element: Node): void => {
    if (element.hasAttribute('lang')) return;
    for (const name of SAID) look(element.getAttribute(name));
    for (const node of element.childNodes) {
      if (node.nodeType === 3) look(node.textContent);
      else if (node.nodeType === 1) visit(node as Node);
    }
  };
  visit(document.body);
  return found;
}

/** The invented cascade with names that hold no English word: a name is in no language. */
export function pier(): CascadeView {
  const view = JSON.stringify(pierCascade())
    .replaceAll('The Evening Mirror of the Lower Bay', 'Evening Mirror')
    .replaceAll('the-evening-mirror-of-the-lower-bay', 'evening-mirror')
    .replaceAll('the crane driver, at the gate', 'el gruista, en la verja');
  return JSON.parse(view) as CascadeView;
}
