/** `/` anywhere in the page goes to the field, as on most pages that search. */

addEventListener('keydown', (event) => {
  const field = document.getElementById('q');
  const target = event.target;
  const isTyping =
    target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
});
