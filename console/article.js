/** Brings the passage that the address names to the middle and gives it the focus, for whoever goes on by keyboard. */

const PASSAGE = /^#s\d+-\d+$/;

function showPassage() {
  if (!PASSAGE.test(location.hash)) return;
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) return;
  target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

addEventListener('hashchange', showPassage);
showPassage();
