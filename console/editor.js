/** The editor of the watch list: numbers follow the text, and a problem's link puts the caret on its line. */

const field = document.querySelector('#watch-text');
const numbers = document.querySelector('.editor .lines');
if (field instanceof HTMLTextAreaElement) {
  if (numbers instanceof HTMLElement) follow(field, numbers);
  for (const link of document.querySelectorAll('.problems a[href^="#line-"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(field, Number(link.getAttribute('href')?.slice('#line-'.length)));
    });
  }
  guard(field);
}

/**
 * As many numbers as lines, and the field as high as its text.
 * @param {HTMLTextAreaElement} text
 * @param {HTMLElement} list
 */
function follow(text, list) {
  text.addEventListener('input', () => {
    const rows = Math.max(12, text.value.split('\n').length);
    text.rows = rows;
    while (list.childElementCount > rows) list.lastElementChild?.remove();
    while (list.childElementCount < rows) {
      const item = document.createElement('li');
      item.textContent = String(list.childElementCount + 1);
      list.append(item);
    }
  });
}

/**
 * @param {HTMLTextAreaElement} text
 * @param {number} line counted from 1
 */
function goTo(text, line) {
  const lines = text.value.split('\n');
  const begin = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  text.focus();
  text.setSelectionRange(begin, begin + (lines[line - 1]?.length ?? 0));
}

/**
 * The browser asks before changes are lost.
 * @param {HTMLTextAreaElement} text
 */
function guard(text) {
  let sent = false;
  text.form?.addEventListener('submit', () => {
    sent = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!sent && text.value !== text.defaultValue) event.preventDefault();
  });
}
