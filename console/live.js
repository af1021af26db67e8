/**
 * Says how many alerts were raised since the page was opened. It shows them only when asked to:
 * nothing that is being read moves.
 */

const place = document.querySelector('.live');
if (place instanceof HTMLElement) listen(place);

/** @param {HTMLElement} region */
function listen(region) {
  /** @type {Set<string>} */
  const raised = new Set();
  const source = new EventSource('/api/events');
  source.addEventListener('alert', (event) => {
    const alert = raisedAlert(event.data);
    if (alert === undefined || raised.has(alert)) return;
    raised.add(alert);
    show(region, raised.size);
  });
  // A page that waits in the browser's memory keeps no connection open.
  addEventListener('pagehide', () => source.close());
}

/**
 * The alert that an event says was raised; undefined for all else.
 * @param {unknown} data
 * @returns {string | undefined}
 */
function raisedAlert(data) {
  try {
    const event = JSON.parse(String(data));
    return event?.action === 'raised' && typeof event.alert === 'string' ? event.alert : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {HTMLElement} region
 * @param {number} count
 */
function show(region, count) {
  const { one = '', many = '', show: label = '' } = region.dataset;
  const link = document.createElement('a');
  link.href = '/alerts?state=new';
  link.textContent = label;
  region.replaceChildren(`${count} ${count === 1 ? one : many} – `, link);
}
