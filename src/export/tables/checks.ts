/** Published fact-checks as a table. */
import type { ExportCheck } from '../../domain/exports.ts';
import { list, momentColumns, number, type Table, tableOf, text } from './column.ts';

export const CHECKS: Table = tableOf<ExportCheck>({
  name: 'checks',
  doc: "One row per published fact-check, in the checker's own words.",
  rows: (record) => (record.kind === 'check' ? [record] : []),
  columns: [
    text('id', 'Of the fact-check; `cascades` names it so.', (r) => r.check.id),
    text('claim', 'What was checked, as the checker words it.', (r) => r.check.claim),
    text('title', 'Headline of the check.', (r) => r.check.title),
    text('checker', 'Who checked it, as stated.', (r) => r.check.checker),
    text('rating', "The result in the checker's own words.", (r) => r.check.rating),
    text(
      'verdict',
      'What the rating comes down to; `other` where its words are not known.',
      (r) => r.verdict,
    ),
    number(
      'rating_value',
      "points on the checker's scale",
      "The result as a number on the checker's own scale.",
      (r) => r.check.ratingScale?.value,
    ),
    number(
      'rating_best',
      "points on the checker's scale",
      'The best value of that scale.',
      (r) => r.check.ratingScale?.best,
    ),
    number(
      'rating_worst',
      "points on the checker's scale",
      'The worst value of that scale.',
      (r) => r.check.ratingScale?.worst,
    ),
    ...momentColumns<ExportCheck>(
      'checked',
      'When the check was published',
      (r) => r.check.checked,
    ),
    ...momentColumns<ExportCheck>(
      'claimed',
      'When the claim is said to have been made',
      (r) => r.check.claimed,
    ),
    text(
      'claimed_by',
      'Who is said to have made the claim, in the words of the check.',
      (r) => r.check.claimedBy,
    ),
    text('language', 'Primary tag of the language of the check.', (r) => r.check.language),
    text('url', 'Address of the check.', (r) => r.check.url),
    list(
      'appearances',
      'Addresses at which the claim appeared, as stated.',
      (r) => r.check.appearances,
    ),
    list('outlets', 'Outlets said to have carried it, as stated.', (r) => r.check.outlets),
    text(
      'list',
      "The list that it was read from, where that is not the checker's own page.",
      (r) => r.check.list,
    ),
    text('sha256', 'SHA-256 of the archived bytes that state it.', (r) => r.capture.digest),
  ],
});
