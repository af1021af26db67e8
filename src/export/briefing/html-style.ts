/**
 * The style sheet of a briefing: that of the report in small. System fonts, one accent, a scale of five sizes,
 * light and dark, A4 on which no item is torn.
 */
const TOKENS = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1a2026;--dim:#5a6570;--line:#d9dfe4;--accent:#0a5a87;--wash:#eef5f9;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","Liberation Serif",serif;--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e3e7ea;--dim:#9aa6b1;--line:#323a42;--accent:#74b9e0;--wash:#192731}}`;

const PAGE = `
*{box-sizing:border-box}
html{font:16px/1.55 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 1.5rem;overflow-wrap:anywhere}
header{padding-top:2.5rem}
h1{font-size:2.1rem;line-height:1.2;margin:.25rem 0 .5rem;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .9rem;padding-bottom:.35rem;border-bottom:2px solid var(--ink);letter-spacing:-.005em}
h3{font-size:1rem;line-height:1.4;margin:0 0 .4rem;text-wrap:balance}
p{margin:0 0 .6rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:.75rem var(--mono);color:var(--dim)}
section{margin-top:2.75rem}
.brand{font-weight:700;color:var(--accent);margin:0;letter-spacing:.01em}
.subtitle{color:var(--dim);margin:0 0 1.25rem}
nav{border:solid var(--line);border-width:1px 0;padding:.55rem 0;font-size:.8125rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:0;padding:0}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
footer{color:var(--dim);font-size:.8125rem;margin-top:3rem;padding-top:1rem;padding-bottom:3rem}
footer p{border-top:1px solid var(--line);padding-top:1rem}`;

const PARTS = `
.bottom-line{background:var(--wash);border-left:3px solid var(--accent);padding:1.1rem 1.4rem .7rem;margin-top:2rem}
.bottom-line h2{border:0;padding:0;margin-bottom:.5rem;font-size:.8125rem;color:var(--accent);text-transform:uppercase;letter-spacing:.06em}
.bottom-line p{font:1.2rem/1.5 var(--serif)}
.judgements ol{margin:0;padding-left:1.4rem}
.judgements li{margin-bottom:.6rem;padding-left:.2rem;break-inside:avoid}
.judgements li::marker{color:var(--dim);font-variant-numeric:tabular-nums}
.item{margin-bottom:1.6rem}
.item ul{list-style:none;margin:0;padding:0 0 0 .95rem;border-left:2px solid var(--line)}
.item li{margin-bottom:.3rem}
.gaps .item{display:grid;grid-template-columns:11rem 1fr;gap:0 1.5rem;margin-bottom:.9rem}
.gaps .item h3{font-size:.8125rem;color:var(--dim);font-weight:600;margin-top:.15rem}
.gaps .item ul{border:0;padding:0}
q{quotes:none;font-family:var(--serif);font-size:1.04em}
.notes{font-size:.75rem;line-height:0;vertical-align:.35em;margin-left:.15em;font-variant-numeric:tabular-nums;white-space:nowrap}
.notes a{text-decoration:none;padding:0 .08em}
.notes a:hover{text-decoration:underline}
:target{background:var(--wash);box-shadow:0 0 0 .25rem var(--wash)}
.sources ol{padding-left:2.2rem;margin:0;font-size:.8125rem}
.sources li{margin-bottom:.7rem;break-inside:avoid}
.sources li::marker{color:var(--dim);font-variant-numeric:tabular-nums}
.sources p{margin:0}
.sources .words{font:.875rem/1.5 var(--serif)}
.sources .place{color:var(--dim)}
.sources .place,.sources .back{display:inline}
.sources .back{margin-left:.35rem}
.sources .back a{text-decoration:none;padding:0 .15em}
.refused li{margin-bottom:.5rem;font-size:.875rem}
.refused .why{color:var(--dim)}
@media screen and (max-width:40rem){header{padding-top:1.25rem}main,header,footer{padding-left:1rem;padding-right:1rem}h1{font-size:1.6rem}.bottom-line p{font-size:1rem}.gaps .item{display:block}}`;

const PRINT = `
@media print{
:root{--paper:#fff;--ink:#000;--dim:#444;--line:#bbb;--accent:#063f60;--wash:#fff}
html{font-size:10pt}
main,header,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
nav,.sources .back{display:none}
a{color:inherit;text-decoration:none}
section{margin-top:1.6rem}
.bottom-line{border-left-width:2pt}
h1,h2,h3{break-after:avoid}
.gaps .item h3{break-after:auto}
.item,.bottom-line,.judgements li,.sources li,.refused li{break-inside:avoid}
p,li{orphans:3;widows:3}}
@page{size:A4;margin:18mm 18mm 20mm;@bottom-right{content:counter(page);font:8pt sans-serif}}`;

export const BRIEFING_STYLE = `${TOKENS}${PAGE}${PARTS}${PRINT}\n`;
