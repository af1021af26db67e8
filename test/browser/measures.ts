/** What is measured of a page as it stands on the screen. The functions run in the browser. */
import type { BrowserContext, Page } from 'playwright-core';

/** A line where the page can be scrolled sideways, with the elements that reach furthest out. */
export function widest(page: Page): Promise<string[]> {
  return page.locator('html').evaluate(({ ownerDocument }) => {
    const { scrollWidth } = ownerDocument.scrollingElement;
    const { innerWidth } = ownerDocument.defaultView;
    if (scrollWidth <= innerWidth) return [];
    const all: (typeof ownerDocument)[] = Array.from(ownerDocument.querySelectorAll('body *'));
    const out = all
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 4)
      .map((one) => `${one.localName}.${one.getAttribute('class') ?? ''}`);
    return [`${scrollWidth} px of ${innerWidth}: ${out.join(', ')}`];
  });
}

/** Adds up, from now on, how much of each page moves by itself. */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript({
    content: `globalThis.atalayaShift = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) globalThis.atalayaShift += value;
      }).observe({ type: 'layout-shift', buffered: true });`,
  });
}

/** The sum so far, a moment after the page was loaded. */
export async function shiftOf(page: Page): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate('globalThis.atalayaShift');
}

/** Controls under 24 px (WCAG 2.2, 2.5.8); links in running text are exempt there. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.locator('html').evaluate(({ ownerDocument }) => {
    const LEAST = 24;
    const controls = 'button, input, select, textarea, summary, nav a';
    const all: (typeof ownerDocument)[] = Array.from(ownerDocument.querySelectorAll(controls));
    return all
      .filter((one) => one.checkVisibility() && one.type !== 'hidden')
      .flatMap((one) => {
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
        // What is out of sight by its size alone is for whoever does not look.
        if (width <= 1 || (width >= LEAST && height >= LEAST)) return [];
        const name = one.textContent.trim().slice(0, 30) || one.name;
        return [`${one.localName} "${name}" has ${Math.round(width)}×${Math.round(height)} px`];
      });
  });
}

/** Colours of the page's ground and text. */
export function colours(page: Page): Promise<{ readonly paper: string; readonly ink: string }> {
  return page.locator('body').evaluate((body) => {
    const { backgroundColor, color } = body.ownerDocument.defaultView.getComputedStyle(body);
    return { paper: backgroundColor, ink: color };
  });
}

/** Whether the element with this id is within the window. */
export function inSight(page: Page, id: string): Promise<boolean> {
  return page.locator(`[id="${id}"]`).evaluate((one) => {
    const { top } = one.getBoundingClientRect();
    return top >= 0 && top < one.ownerDocument.defaultView.innerHeight;
  });
}

/** Whether the element, or something in it, has another ground than the text around, or an outline. */
export function standsOut(page: Page, id: string): Promise<boolean> {
  return page.locator(`[id="${id}"]`).evaluate((one) => {
    const { getComputedStyle } = one.ownerDocument.defaultView;
    return [one, ...Array.from(one.querySelectorAll('*'))].some((each) => {
      const { backgroundColor, outlineStyle } = getComputedStyle(each);
      return outlineStyle !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)';
    });
  });
}

/** Where the focus is: address, or words, of the element; and whether one can see it. */
export function focus(page: Page): Promise<{ readonly at: string; readonly seen: boolean }> {
  return page.locator('html').evaluate(({ ownerDocument }) => {
    const one = ownerDocument.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } =
      ownerDocument.defaultView.getComputedStyle(one);
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    return {
      at: one.getAttribute('href') ?? (one.id || one.textContent.trim()),
      seen: one !== ownerDocument.body && (outlined || boxShadow !== 'none'),
    };
  });
}
