/**
 * The style sheet: system fonts, one accent, a scale of six sizes, light and dark, narrow screens
 * and A4. Copy types have a colour and a shape, changes a colour and a line, so nothing is said by
 * colour alone.
 */
import { cssString } from './escape.ts';

const TOKENS = `
:root{color-scheme:light dark;--paper:#fff;--band:#f5f7f8;--ink:#1a2026;--dim:#5a6570;--line:#d9dfe4;--accent:#0a5a87;--wash:#eef5f9;
--verbatim:#0a5a87;--edited:#b4530a;--cut:#157a55;--paraphrased:#8a3d8f;--translated:#7d6500;--untyped:#5a6570;
--ins:#135c3e;--ins-wash:#e2f3ea;--del:#9c2a1f;--del-wash:#fbe9e6;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","Liberation Serif",serif;--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--band:#1b2025;--ink:#e3e7ea;--dim:#9aa6b1;--line:#323a42;--accent:#74b9e0;--wash:#192731;
--verbatim:#74b9e0;--edited:#f0a065;--cut:#5fc79b;--paraphrased:#d79bdb;--translated:#d8c052;--untyped:#9aa6b1;--ins:#8fdcb5;--ins-wash:#17322a;--del:#f3a79c;--del-wash:#3a2220}}`;

const PAGE = `
*{box-sizing:border-box}
html{font:16px/1.5 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0}
main{max-width:68rem;margin:0 auto;padding:2.5rem 1.5rem 4rem;overflow-wrap:anywhere}
h1{font-size:2.1rem;line-height:1.2;margin:.25rem 0 1rem;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.3;margin:0 0 .75rem;letter-spacing:-.01em;text-wrap:balance}
h3{font-size:1rem;margin:2rem 0 .5rem}
p{margin:0 0 .75rem;max-width:44rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:.8125rem var(--mono)}
section{margin-top:3rem}
.shapes{position:absolute}
.dim,footer,.back{color:var(--dim);font-size:.8125rem}
.brand{font-weight:700;color:var(--accent);margin:0;letter-spacing:.01em}
.brand span{font-weight:400;color:var(--dim)}
.notice{border-left:3px solid var(--accent);background:var(--wash);padding:.6rem .9rem;max-width:none}
.notice.small{font-size:.8125rem;padding:.3rem .7rem;display:inline-block;margin-bottom:.75rem}
.figures{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin:1.5rem 0}
.figures dt{font-size:.8125rem;color:var(--dim)}
.figures dd{margin:0;font-size:1.2rem;font-weight:600;font-variant-numeric:tabular-nums}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:.6rem 0;border:solid var(--line);border-width:1px 0;font-size:.875rem}
.guide{margin-top:2rem}
.guide h2{font-size:1rem}
.guide ol{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.75rem 2rem;margin:0;padding:0;list-style:none;font-size:.875rem}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line)}`;

const TABLES = `
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-size:.8125rem;color:var(--dim);border-bottom-color:var(--dim);white-space:nowrap;vertical-align:bottom}
th:last-child,td:last-child{padding-right:0}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}
.list th[scope=row]{width:38%;font-weight:600}
.list .rank{color:var(--dim)}
.echoes th[scope=row]{width:32%}
.echoes td{min-width:6.2rem}
.echoes tr:target{background:var(--wash)}
.title{margin:.1rem 0}
.type{white-space:nowrap;margin-right:.5rem}
.quote{color:var(--dim);font-family:var(--serif)}
.credit-dropped{text-decoration:underline dashed;text-underline-offset:.2em;font-weight:600}
.tally{width:auto;min-width:min(26rem,100%)}
.tally td{text-align:right}
.spread{white-space:nowrap}
.captures ol{padding-left:2.2rem;font-size:.875rem}
.captures li{margin-bottom:.9rem;break-inside:avoid}
.captures li:target{background:var(--wash)}
.captures code{color:var(--dim);font-size:.75rem}`;

const DRAWING = `
.mark{width:.8em;height:.8em;vertical-align:-.06em;overflow:visible;color:var(--untyped)}
.spark{width:6rem;height:1.5rem;display:block;fill:none;stroke:var(--accent);stroke-width:1.5}
.t-earliest{color:var(--ink)}.t-verbatim{color:var(--verbatim)}.t-edited{color:var(--edited)}.t-cut{color:var(--cut)}.t-paraphrased{color:var(--paraphrased)}.t-translated{color:var(--translated)}.t-untyped{color:var(--untyped)}
svg use,.arrow .head{fill:currentColor}
.unsure use{fill:var(--paper);stroke:currentColor;stroke-width:1.8}
.ring{fill:var(--paper);stroke:currentColor;stroke-width:1.6}
figure{margin:1.25rem 0 1.5rem}
.scroll{overflow-x:auto}
.drawing{display:block;width:100%;min-width:44rem;height:auto;font-family:var(--sans);font-size:12px}
.drawing text{fill:var(--ink);unicode-bidi:isolate}
.lanes path{stroke:var(--line)}
.lanes .band{fill:var(--band);stroke:none}
.axis path{stroke:var(--line);stroke-dasharray:1 3}
.axis .gutter{stroke:var(--dim);stroke-dasharray:none}
.axis text{fill:var(--dim);font-size:11px;text-anchor:middle}
.axis .unit{text-anchor:start}
.arrow path{fill:none;stroke:currentColor;stroke-width:1.5}
.arrow .head{stroke:none}
.arrow.dropped path{stroke-dasharray:5 4}
.bar{fill:none;stroke:currentColor;stroke-width:1.5;opacity:.65}
figcaption{font-size:.8125rem;color:var(--dim)}
.more{margin:.25rem 0 .25rem .5rem}
.legend{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;list-style:none;margin:.5rem 0 0;padding:0}
.key-types{margin-top:1.25rem;font-size:.8125rem;color:var(--dim)}
.key{width:26px;height:14px;vertical-align:-.15em}`;

const PASSAGES = `
.cascade{border-top:2px solid var(--ink);padding-top:1rem}
.cascade>.rank{font-size:.8125rem;color:var(--dim);margin:0 0 .2rem}
.summary{font-size:1rem}
details{border-bottom:1px solid var(--line);padding:.5rem 0}
summary{cursor:pointer;font-size:.875rem}
.wires,.ladder{border:0;padding:0 0 .5rem}
.rungs{display:block;width:100%;max-width:40rem;height:auto;margin:.75rem 0;font:13px var(--sans)}
.rungs .sure{fill:var(--accent)}
.rungs .perhaps{fill:var(--wash);stroke:var(--accent);stroke-dasharray:3 2}
.rungs text,.ring-of text{fill:var(--ink)}
.units{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;list-style:none;margin:.25rem 0;padding:0;font-size:.875rem}
.ladder h3{font-size:.875rem;margin:1rem 0 .25rem}
.evidence-list{list-style:none;margin:.1rem 0 .4rem;padding-left:.9rem;border-left:2px solid var(--line)}
.ring-of{display:block;width:100%;max-width:30rem;height:auto;font:13px var(--sans)}
.ring-of path{fill:none;stroke:var(--accent);stroke-width:1.8}
.ring-of .head{fill:var(--accent)}
figcaption{font-size:.8125rem;color:var(--dim)}
.changes{margin:.5rem 0;padding-left:1.2rem;font-size:.875rem}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem;margin:.75rem 0 1rem}
.pair .side{font-size:.8125rem;font-weight:600;margin:0 0 .25rem}
.both{grid-column:1/-1}
.side .dim{font-weight:400;white-space:nowrap}
blockquote{margin:0;padding-left:.9rem;border-left:2px solid var(--line);font-family:var(--serif);white-space:pre-line;hyphens:auto}
.hidden{grid-column:1/-1;font-size:.8125rem;color:var(--dim);margin:.4rem 0 0}
ins,del{border-radius:2px;padding:0 .1em;text-decoration-thickness:1px}
ins{color:var(--ins);background:var(--ins-wash);text-decoration:underline;text-underline-offset:.18em}
del{color:var(--del);background:var(--del-wash);text-decoration:line-through}
.back{margin-top:1rem}`;

const NARROW = `
@media screen and (max-width:46rem){
main{padding:1.25rem 1rem 3rem}
h1{font-size:1.6rem}
h2{font-size:1.25rem}
.figures{gap:.6rem 1.75rem}
.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.stack,.stack tbody{display:block}
.stack tr{display:block;padding:.75rem 0;border-bottom:1px solid var(--line)}
.stack th[scope=row]{display:block;width:auto;border:0;padding:0 0 .35rem}
.stack td{display:grid;grid-template-columns:7rem 1fr;border:0;padding:.12rem 0;white-space:normal}
.stack td::before{content:attr(data-label);grid-row:1/9;color:var(--dim);font-size:.8125rem}
.stack td>*{grid-column:2}
.echoes td:nth-child(2)::before{content:"Published"}
.echoes td:nth-child(3)::before{content:"Lag"}
.echoes td:nth-child(4)::before{content:"Copy type"}
.echoes td:nth-child(5)::before{content:"Credit"}
.echoes td:nth-child(6)::before{content:"Likely parent"}
.list .rank{display:none}
.pair{grid-template-columns:1fr;gap:.75rem}}`;

const PRINT = `
@media print{
:root{--paper:#fff;--band:#f4f5f6;--ink:#000;--dim:#444;--line:#bbb;--accent:#063f60;--wash:#fff;--verbatim:#063f60;--edited:#8a3d00;--cut:#0b5a3c;--paraphrased:#6b2270;--translated:#5e4b00;--ins:#000;--ins-wash:#fff;--del:#444;--del-wash:#fff}
html{font-size:10pt}
table{font-size:.8rem}
.dim,.quote{font-size:.75rem}
main{max-width:none;padding:0}
nav,.back{display:none}
a{color:inherit}
.cascade{break-before:page;border-top:0;padding-top:0;margin-top:0}
h1,h2,h3,.side{break-after:avoid}
tr,figure,.pair,.notice{break-inside:avoid}
.scroll{overflow:visible}
.drawing{min-width:0}
details::details-content{content-visibility:visible;block-size:auto}
summary{list-style:none;font-weight:600}}`;

/** The whole style sheet; the notice, if any, also stands at the foot of every printed page. */
export function pageStyle(notice: string | undefined): string {
  const foot =
    notice === undefined ? '' : `@bottom-left{content:${cssString(notice)};font:8pt sans-serif}`;
  const sheet = `@page{size:A4;margin:16mm 15mm 20mm;${foot}@bottom-right{content:counter(page);font:8pt sans-serif}}`;
  return `${TOKENS}${PAGE}${TABLES}${DRAWING}${PASSAGES}${NARROW}${PRINT}\n${sheet}\n`;
}
