/**
 * Articles, fact-checks, cascades and alerts as objects of MISP. Readings, presence and facts on
 * outlets have no template that would say them without saying more, so they are not in it.
 */
import type { EvidenceRef, Finding } from '../../domain/alerts.ts';
import type {
  ExportAlert,
  ExportArticle,
  ExportCascade,
  ExportCheck,
} from '../../domain/exports.ts';
import type { EchoView } from '../../domain/views.ts';
import { findingWords, measureWords } from '../alert-wording.ts';
import { safeHref } from '../escape.ts';
import { isoOf, lagWords, momentWords } from '../moments.ts';
import { type MispAttribute, type MispReference, mispObject } from './object.ts';

/** A post on a platform, or a piece of a news outlet. */
export function articleObject({ article }: ExportArticle, timestamp: string): object {
  const isPost = article.domain.includes('/');
  const { main, note } = momentWords(article.published);
  const published = note === undefined ? main : `${main} (${note})`;
  const captured = isoOf(article.capturedAt) ?? 'at an unknown time';
  const account: readonly MispAttribute[] = [
    text('post', filled(article.title, '(without a headline)')),
    link(article.url),
    { relation: 'creation-date', type: 'datetime', value: earliestOf(article.published) },
  ];
  const outlet: readonly MispAttribute[] = [
    text('title', article.title),
    text('source', filled(article.outlet, filled(article.domain, '(no outlet)'))),
    link(article.url),
  ];
  return mispObject({
    template: isPost ? 'microblog' : 'news-media',
    key: `article:${article.id}`,
    timestamp,
    comment: `${article.outlet} (${article.domain}). Published: ${published}. Captured ${captured}, SHA-256 ${article.capture.digest}.`,
    attributes: isPost ? account : outlet,
  });
}

export function checkObject({ check }: ExportCheck, timestamp: string): object {
  const rating = check.rating === undefined ? 'No rating is stated.' : `Rating: ${check.rating}.`;
  return mispObject({
    template: 'report',
    key: `check:${check.id}`,
    timestamp,
    comment: `A published fact-check, in the words of ${check.checker}.`,
    attributes: [
      text('title', check.title ?? check.claim),
      text('summary', `Claim: ${check.claim}\n${rating}`),
      link(check.url),
      text('type', 'Webpage'),
    ],
  });
}

/** References lead to the members, each with its parent as the lead that it is. */
export function cascadeObject({ cascade }: ExportCascade, timestamp: string): object {
  const { articles, reach, order, earliest } = cascade;
  const first = earliest.map(({ outlet }) => outlet).join(', ');
  const seen = first === '' ? 'No member is dated.' : `Earliest seen (order ${order}): ${first}.`;
  return mispObject({
    template: 'report',
    key: `cascade:${cascade.id}`,
    timestamp,
    comment: 'One passage and the articles that carry it. Earlier is not source.',
    attributes: [
      text('title', cascade.title),
      text('summary', `${articles} articles of ${reach} publishers carry one passage. ${seen}`),
      text('type', 'Report'),
    ],
    references: cascade.echoes.map((echo) => ({
      to: `article:${echo.article.id}`,
      type: 'includes',
      comment: leadOf(echo),
    })),
  });
}

/** `echo; likely parent …: a lead, confidence 0.72, …`. */
function leadOf({ role, parent, copyType, credit }: EchoView): string {
  if (parent === undefined) return role === 'earliest' ? 'earliest seen, or may be' : role;
  const rivals = parent.rivals.map(({ outlet }) => outlet).join(', ');
  return [
    `echo${copyType === undefined ? '' : `, ${copyType}`}; credit ${credit}`,
    `likely parent: ${parent.outlet} (${parent.article}), ${lagWords(parent.lag)}`,
    `a lead: ${parent.reason}, confidence ${parent.confidence.toFixed(2)}`,
    rivals === '' ? 'no rivals' : `rivals: ${rivals}`,
  ].join('; ');
}

export function alertObject(
  { view: { alert, indicator } }: ExportAlert,
  timestamp: string,
): object {
  const lines = [
    `${indicator?.title.en ?? alert.indicator}: ${alert.subject}`,
    `${measureWords(alert.measure, alert.value, 'en')}; counts from ${alert.threshold}. Confidence in the measurement: ${alert.confidence}.`,
    ...section('For:', wordsOf(alert.findings)),
    ...section('Against:', wordsOf(alert.counter)),
    ...section('What else would look the same:', indicator?.rivals.map(({ en }) => en) ?? []),
    'A lead, not a finding that anybody did anything.',
  ];
  return mispObject({
    template: 'annotation',
    key: `alert:${alert.id}`,
    timestamp,
    comment: `Alert of the desk, ${alert.state}.`,
    attributes: [
      text('text', lines.join('\n')),
      text('type', 'Annotation'),
      text('format', 'text'),
      { relation: 'creation-date', type: 'datetime', value: isoOf(alert.raisedAt) },
      { relation: 'modification-date', type: 'datetime', value: isoOf(alert.measuredAt) },
    ],
    references: referencesOf([...alert.findings, ...alert.counter].flatMap(({ refs }) => refs)),
  });
}

function wordsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => findingWords(finding, 'en'));
}

/** A heading and its lines; nothing where there are none. */
function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `- ${line}`)];
}

/** Each thing of this event that an alert rests on, once. */
function referencesOf(refs: readonly EvidenceRef[]): readonly MispReference[] {
  return [...new Set(refs.flatMap(keyOf))].map((to) => ({ to, type: 'mentions', comment: '' }));
}

function keyOf(ref: EvidenceRef): readonly string[] {
  switch (ref.kind) {
    case 'passage':
    case 'article':
      return [`article:${ref.article}`];
    case 'cascade':
      return [`cascade:${ref.cascade}`];
    case 'check':
      return [`check:${ref.check}`];
    case 'entry':
    case 'source':
      return [];
  }
}

/** The text, or what stands for it where it says nothing. */
function filled(stated: string, instead: string): string {
  return stated.trim() === '' ? instead : stated;
}

function text(relation: string, value: string): MispAttribute {
  return { relation, type: 'text', value };
}

function link(url: string | undefined): MispAttribute {
  return { relation: 'link', type: 'link', value: safeHref(url) };
}

function earliestOf(moment: ExportArticle['article']['published']): string | undefined {
  return moment && isoOf(moment.earliest);
}
