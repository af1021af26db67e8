/**
 * The network of outlets: what is pointed at or has the focus stands out with its neighbours, the rest
 * steps back. A click with Alt keeps it so, Escape ends it. Without this module nothing is missing.
 */

for (const drawing of document.querySelectorAll('svg.network')) explore(drawing);

/** @param {Element} drawing */
function explore(drawing) {
  const edges = [...drawing.querySelectorAll('[data-from]')];
  const marks = [...drawing.querySelectorAll('[data-key]')];
  /** @type {string | undefined} */
  let kept;

  /** @param {string | undefined} key */
  const show = (key) => {
    drawing.classList.toggle('exploring', key !== undefined);
    const near = new Set([key]);
    for (const edge of edges) {
      const from = edge.getAttribute('data-from') ?? '';
      const to = edge.getAttribute('data-to') ?? '';
      const touches = key !== undefined && (from === key || to === key);
      edge.classList.toggle('near', touches);
      if (touches) near.add(from).add(to);
    }
    for (const mark of marks) {
      mark.classList.toggle(
        'near',
        key !== undefined && near.has(mark.getAttribute('data-key') ?? ''),
      );
    }
  };

  /** @param {Event} event */
  const keyOf = (event) =>
    event.target instanceof Element
      ? (event.target.closest('a[data-key]')?.getAttribute('data-key') ?? undefined)
      : undefined;

  for (const kind of ['pointerover', 'focusin']) {
    drawing.addEventListener(kind, (event) => show(keyOf(event) ?? kept));
  }
  for (const kind of ['pointerleave', 'focusout']) drawing.addEventListener(kind, () => show(kept));
  drawing.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || !event.altKey) return;
    event.preventDefault();
    const key = keyOf(event);
    kept = kept === key ? undefined : key;
    show(kept);
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    kept = undefined;
    show(undefined);
  });
}
