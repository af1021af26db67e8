/**
 * The report as one HTML file that opens offline: no script, no request, a content security policy
 * that forbids both. O(size of the view). Every foreign string passes `escape.ts`.
 */
import type { ReportView } from '../domain/views.ts';
import { cascadeAnchor } from './anchors.ts';
import { capturesSection } from './captures.ts';
import { cascadeSection } from './cascade-section.ts';
import { lossesSection } from './losses.ts';
import { markShapes } from './marks.ts';
import { html, type Markup, markupText, trusted } from './markup.ts';
import { cascadeList, footerMarkup, headerMarkup, readingGuide } from './overview.ts';
import { pageStyle } from './style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole page as text; write it as UTF-8. The same view gives the same bytes. */
export function reportHtml(view: ReportView): string {
  const anchors = view.cascades.map(cascadeAnchor);
  const sections = view.cascades.map((cascade, i) =>
    cascadeSection(cascade, anchors[i] ?? '', i + 1, view.notice),
  );
  return markupText(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="generator" content="Atalaya"><title>${view.title}</title><style>${trusted(pageStyle(view.notice))}</style></head>
<body>${markShapes()}<main>${headerMarkup(view)}${contents()}${readingGuide()}
${cascadeList(view, anchors)}${sections}${lossesSection(view)}${capturesSection(view.cascades)}${footerMarkup(view)}</main></body></html>
`);
}

function contents(): Markup {
  return html`<nav aria-label="Contents"><a href="#cascades">Cascades</a> <a href="#unread">What could not be read</a> <a href="#boilerplate">Boilerplate</a> <a href="#captures">Captures</a></nav>`;
}
