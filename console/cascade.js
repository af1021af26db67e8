/** A mark of the drawing and its row in the table point at each other: passing over one marks the other. */

/** @type {NodeListOf<SVGAElement>} */
const marks = document.querySelectorAll('.drawing a[href^="#"]');

for (const mark of marks) {
  const row = document.getElementById((mark.getAttribute('href') ?? '').slice(1));
  if (row === null) continue;
  for (const [from, to] of [
    [mark, row],
    [row, mark],
  ]) {
    from?.addEventListener('pointerenter', () => to?.classList.add('pointed'));
    from?.addEventListener('pointerleave', () => to?.classList.remove('pointed'));
  }
}
