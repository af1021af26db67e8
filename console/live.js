/**
 * Says how many alerts were raised since the page was opened, and that articles have come in. It shows them only
 * when asked to: nothing that is being read moves. Articles are said once, since they may come by the second.
 */

const place = document.querySelector('.live');
if (place instanceof HTMLElement) listen(place);

/** @param {HTMLElement} region */
function listen(region) {
  /** @type {Set<string>} */
  const raised = new Set();
  const more = { articles: false };
  /** @type {number | undefined} */
  let held;
  const source = new EventSource('/api/events');
  source.addEventListener('alert', (event) => {
    const alert = raisedAlert(event.data);
    if (alert === undefined || raised.has(alert)) return;
    raised.add(alert);
    show(region, raised.size, more.articles);
  });
  source.addEventListener('progress', (event) => {
    const total = articlesHeld(event.data);
    if (total === undefined || more.articles) return;
    // The first telling says what was there when the page was opened.
    held ??= total;
    if (total <= held) return;
    more.articles = true;
    show(region, raised.size, more.articles);
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
 * How many articles the desk holds, by an event; undefined where it says something else.
 * @param {unknown} data
 * @returns {number | undefined}
 */
function articlesHeld(data) {
  try {
    const event = JSON.parse(String(data));
    return event?.stage === 'tracing' && typeof event.total === 'number' ? event.total : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {HTMLElement} region
 * @param {number} alerts
 * @param {boolean} articles
 */
function show(region, alerts, articles) {
  const { one = '', many = '', came = '', show: label = '' } = region.dataset;
  /** @type {(Node | string)[]} */
  const parts =
    alerts === 0
      ? []
      : [`${alerts} ${alerts === 1 ? one : many} – `, link('/alerts?state=new', label)];
  if (articles) {
    if (parts.length > 0) parts.push('; ');
    parts.push(`${came} – `, link(location.href, label));
  }
  region.replaceChildren(...parts);
}

/**
 * @param {string} href
 * @param {string} label
 */
function link(href, label) {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = label;
  return anchor;
}
