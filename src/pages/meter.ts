/** How near a value is to a threshold: a thin bar; the words beside it say the same. */
import { html, type Markup } from '../export/markup.ts';

const WIDTH = 120;

/** The bar ends at the threshold; it is decoration, and readers of the page hear the words alone. */
export function meter(value: number, threshold: number): Markup {
  const share = threshold > 0 ? Math.min(1, Math.max(0, value / threshold)) : 0;
  const filled = Math.round(share * WIDTH);
  return html`<svg class="meter" viewBox="0 0 ${WIDTH} 8" width="${WIDTH}" height="8" aria-hidden="true"><path class="track" d="M0 4H${WIDTH}"/><path class="value" d="M0 4H${filled}"/><path class="limit" d="M${WIDTH - 1} 0V8"/></svg>`;
}
