/** The briefing's phrases in English. */
import { ENGLISH_TERMS } from './english-terms.ts';
import type { Phrases } from './phrases.ts';

const and = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const or = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
const counted = (n: string, one: string, many: string): string => `${n} ${n === '1' ? one : many}`;
const articles = (n: string): string => counted(n, 'article', 'articles');
const publishers = (n: string): string => counted(n, 'publisher', 'publishers');

export const ENGLISH: Phrases = {
  quote: (words) => `“${words}”`,
  number: (value) => String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ','),
  and,
  counted,
  bounds: ({ atLeast, atMost }, one, many) =>
    atLeast === atMost
      ? counted(atMost, one, many)
      : `at least ${atLeast} and at most ${counted(atMost, one, many)}`,
  from: (first, last) => (first === last ? `On ${first}` : `From ${first} to ${last}`),
  about: (sponsors, host) =>
    [and(sponsors), host].filter((name) => name !== undefined && name !== '').join(' in '),
  nouns: {
    article: ['article', 'articles'],
    publisher: ['publisher', 'publishers'],
    language: ['language', 'languages'],
    item: ['item', 'items'],
    source: ['source', 'sources'],
  },
  terms: ENGLISH_TERMS,
  labels: {
    articles: 'Articles, publishers and days of the period',
    alert: 'Alert',
    alerts: 'Alerts of the period',
    finding: 'Finding of an alert',
    cascade: 'Cascade',
    cascades: 'Cascades of the period',
    claim: 'Judged claim',
    presence: 'Ledger of presence',
    coverage: 'What was asked and what answered',
    gap: 'Source that says nothing',
    undated: 'Articles without a date',
    refused: 'Items that could not be read',
    indicator: 'Indicator',
    indicators: 'List of indicators',
    dropped: 'copies that name no source',
    speaker: 'Speaker as the article has it elsewhere',
    utteredOn: 'Day of the statement as read',
    notWritten: 'Sentences that the gate refused',
    confidence: 'confidence',
  },
  furniture: {
    title: (watch) => (watch === undefined ? 'Briefing' : `Briefing: ${watch}`),
    subtitle: (period, what) => [period, what].filter((part) => part !== '').join(' · '),
    parts: {
      'bottom-line': 'Bottom line',
      judgements: 'Key judgements',
      alerts: 'Alerts',
      cascades: 'Who repeated what',
      claims: 'Claims and statements',
      presence: 'Presence',
      gaps: 'Gaps and coverage',
    },
    contents: 'Contents',
    sources: 'Sources',
    backTo: (n) => `Back to mention ${n}`,
    archived: 'archived as',
    undated: 'no date',
    headline: 'as it stands',
    ownCount: 'Counted by this desk',
    countAgain: 'count again with',
    refusedHeading: 'Sentences that were not written',
    refusedLead:
      'What the sources of a sentence do not bear out is not written. It is listed here, with the reason.',
    footer: (version) =>
      `Written by Atalaya ${version} from templates, without a language model. Earlier is not source; coincides is not caused. An alert is a lead, never a finding on anybody.`,
    because: (reason) => {
      switch (reason.kind) {
        case 'no-footing':
          return 'It has no source.';
        case 'unknown-footing':
          return `It names source ${reason.n}, which is not in the list.`;
        case 'empty':
          return 'It says nothing.';
        case 'too-long':
          return 'It is longer than a sentence may be.';
        case 'open-quotation':
          return 'A quotation mark has no other end.';
        case 'quotation':
          return `“${reason.words}” stands in none of its sources.`;
        case 'day':
          return `The day ${reason.words} stands in none of its sources.`;
        case 'number':
          return `The number ${reason.words} stands in none of its sources.`;
        case 'confidence':
          return `No judgement that it rests on is graded “${reason.words}”.`;
        case 'two-judgements':
          return 'It grades more than one thing: one judgement a sentence.';
        case 'word':
          return `“${reason.words}” says more than the desk may say in its own voice.`;
        case 'name':
          return `The name “${reason.words}” stands in none of its sources.`;
      }
    },
  },
  top: {
    period: (period, n, outlets, what) =>
      `${period} the desk read ${articles(n)} of ${publishers(outlets)}${what === '' ? '' : ` on ${what}`}.`,
    nothing: 'Nothing was found that stands out: no alert, no repeated passage, no judged claim.',
    noAlert: 'No alert stands.',
    alertsStand: (alerts, one, high) =>
      `${alerts} ${one ? 'alert stands' : 'alerts stand'}, ${high} of high severity`,
    gravest: (subject, measured) => `, the gravest on ${subject}: ${measured}.`,
    widest: (title, n, outlets) =>
      `The most widely repeated piece, ${title}, is in ${articles(n)} of ${publishers(outlets)}.`,
    widestOrigins: (title, n, outlets, origins) =>
      `The most widely repeated piece, ${title}, is in ${articles(n)} of ${publishers(outlets)}, and goes back to ${origins}.`,
    noCascade: 'No passage was found that several articles share.',
    blindSources: (missing, of) =>
      `${missing} of ${counted(of, 'source', 'sources')} are silent or cannot be read: what is missing here may have been published all the same.`,
    blindFiles: (unread, of) =>
      `${unread} of ${counted(of, 'item', 'items')} could not be read: what is missing here may have been published all the same.`,
    met: (subject, indicator, measured, estimate) =>
      `That ${subject} meets the indicator ${indicator} (${measured}) is ${estimate}.`,
    independent: (title, outlets, origins) =>
      `${title} is carried by ${publishers(outlets)}, and goes back to ${origins}: repetition is not confirmation.`,
    noJudgement: 'No judgement is made: nothing that was measured reaches a threshold.',
  },
  alert: {
    none: 'No alert was measured in the period.',
    measured: (indicator, severity, measured) =>
      `The indicator ${indicator} (severity: ${severity}) measures ${measured}.`,
    threshold: (from, state, estimate) =>
      `It fires from ${from} on; state: ${state}; that the measurement holds is ${estimate}.`,
    closed: (reason) => `It was closed: ${reason}.`,
    subsided: 'The newest measurement does not reach the threshold any more.',
    against: (sentence) => `Against it: ${sentence}`,
    noneAgainst:
      'Nothing that speaks against it was found, which is not to say that there is nothing.',
    reads: (outlet, quote) => `In ${outlet} it reads ${quote}.`,
    rivals: (quotes) => `What else would look the same: ${quotes.join('; ')}.`,
    clears: (quotes) => `What would clear it: ${quotes.join('; ')}.`,
  },
  cascade: {
    none: 'No passage was found that several articles of the period share.',
    earliest: (outlet, day) => `The earliest seen is ${outlet}, ${day}; earlier is not source.`,
    order: (outlets) =>
      `Which one was earliest is open, since their dates touch: it may be ${or(outlets)}.`,
    orderUndated: 'None of the articles is dated, so no order is known.',
    size: (n, outlets, languages) =>
      `It is in ${articles(n)} of ${publishers(outlets)}, in ${counted(languages, 'language', 'languages')}.`,
    origins: (utterances, agencies) => `It goes back to ${utterances}, through ${agencies}.`,
    copies: (types) => `The copies: ${and(types)}.`,
    dropped: (copies, one) =>
      `${copies} of them ${one ? 'names' : 'name'} no source although the text came from elsewhere.`,
    droppedIn: (outlet, quote) => `${outlet} names none for ${quote}.`,
    parent: (outlet, parent, reason, share) =>
      `A lead for ${outlet} is ${parent} (${reason}; ${share} % of the evidence).`,
    parentRivals: (outlets) => `It may also be ${or(outlets)}.`,
    wire: (crediting, of, wire) =>
      `${crediting} of ${counted(of, 'member', 'members')} ${crediting === '1' ? 'credits' : 'credit'} ${wire}, which may be the origin behind them.`,
    altered: (outlet, kind, from, to) => `On the way to ${outlet} ${from} became ${to} (${kind}).`,
    leftOut: (outlet, kind, from) => `On the way to ${outlet} ${from} was left out (${kind}).`,
  },
  claim: {
    none: 'No claim of the period was judged.',
    rated: (checker, rating, day) =>
      `${checker} rates it ${rating}${day === undefined ? '' : ` (${day})`}.`,
    checked: (checker, day) =>
      `${checker} checked it without stating a rating${day === undefined ? '' : ` (${day})`}.`,
    registered: (list) => `It stands in a register of cases, ${list}.`,
    verdict: (verdict) => `In the desk’s terms that is: ${verdict}.`,
    unchecked: 'No published fact-check that the desk knows matches it.',
    after: (outlet, { atLeast, atMost }) =>
      `${outlet} carried it after the first check that refutes it, ${atLeast === atMost ? atLeast : `${atLeast} to ${atMost}`} days later.`,
    clocks: (first, last, undated) =>
      `The articles that carry it are dated ${first === last ? first : `${first} to ${last}`}${undated === '0' ? '' : `; without a date: ${undated}`}.`,
    stance: (counts) => `Of the articles that carry it: ${counts.join('; ')}.`,
    origins: (bounds, n) => `It is in ${articles(n)} that go back to ${bounds}.`,
    differ: (what, values) => `What does not agree (${what}): ${values.join(' against ')}.`,
    credibility: (grade, words) =>
      `Credibility of the information, Admiralty code: ${grade}, ${words}.`,
    said: (outlet, speaker, says, quote) =>
      speaker === undefined
        ? `In ${outlet}, without a speaker named: ${quote}.`
        : `In ${outlet}, ${speaker} ${says}: ${quote}.`,
    uttered: (quote, value) => `The article dates that ${quote} (${value}).`,
    noSpeaker: 'no speaker named',
  },
  presence: {
    atLeast: 'at least',
    none: 'The ledger holds nothing on this.',
    pair: (sender, host) => `${sender} in ${host}`,
    noEntry: 'No count is held of it.',
    entry: (measure, unit, scope, count, day, source) =>
      `${source} states ${count}, ${day} (${measure}; ${unit}; ${scope}).`,
    differing: (counts) =>
      `Sources of the same days differ and are kept side by side: ${and(counts)}.`,
    unverified: 'Unit or scope is not stated: this stands beside nothing else.',
    step: (from, to, words) => `From ${from} to ${to}: ${words}.`,
    size: (count, unit, scope, verdict) =>
      `The latest count, ${count} (${unit}; ${scope}), is ${verdict}.`,
    expected: (low, high, set) =>
      high === undefined
        ? `Expected by ${set}: ${low} or more.`
        : `Expected by ${set}: ${low} to ${high}.`,
    coincides: (sentence) => sentence,
    rivals: (quotes) => `What else would leave the same traces: ${quotes.join('; ')}.`,
    cannotSay: (quote) => `No expectation is stated: ${quote}.`,
    superseded: (entries, one) =>
      `${entries} ${one ? 'entry is' : 'entries are'} corrected by others and counted nowhere.`,
    relation: (outlet, quote) => `${outlet} tells ${quote}.`,
  },
  gap: {
    leads: {
      coverage: 'What was looked at',
      sources: 'Sources that say nothing',
      dates: 'Dates and languages',
      unread: 'Not read',
      quiet: 'Quiet indicators, the nearest first',
      shown: 'Not shown here',
      refused: 'Not written',
    },
    watch: (sources, speaking) =>
      `The watch asks ${counted(sources, 'source', 'sources')}, and ${speaking} of them answer with something new.`,
    silent: (silent, blocked, waiting) =>
      `Silent: ${silent}; not to be read: ${blocked}; not asked yet: ${waiting}.`,
    files: (items, n) =>
      `The desk was given ${counted(items, 'item', 'items')} and keeps ${articles(n)} of them.`,
    unread: (unread) => `Not to be read: ${unread}.`,
    source: (source, why) => `${source}: ${why}.`,
    moreSources: (n) => `So are ${n} more.`,
    undated: (n, one) =>
      `${n} ${one ? 'article has' : 'articles have'} no date and can be placed nowhere in the period.`,
    languages: (counts) => `By language: ${and(counts)}.`,
    refused: (counts) => `Items that could not be read: ${and(counts)}.`,
    nearest: (indicator, subject, value, from) =>
      `${indicator} comes nearest on ${subject}: ${value}; it fires from ${from} on.`,
    cannot: (indicator, why) => `${indicator} could not be measured: ${why}.`,
    shown: (shown, of) => `Of ${counted(of, 'cascade', 'cascades')} the ${shown} widest are shown.`,
    notWritten: (n, one) =>
      `${n} ${one ? 'sentence was' : 'sentences were'} not written, because the sources do not bear ${one ? 'it' : 'them'} out.`,
    onlyPublic:
      'Only public reporting was read; what nobody published, or what stands behind logins, is not in here.',
  },
};
