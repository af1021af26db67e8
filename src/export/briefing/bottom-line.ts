/** The bottom line: what was looked at, what stands out, and what may be missing, in two to four sentences. */
import type { AlertView } from '../../domain/alert-views.ts';
import { measureWords } from '../alert-wording.ts';
import { alertCount } from './alert-footings.ts';
import { cascadeCount } from './cascade-footings.ts';
import { countOf } from './footings.ts';
import { blindness } from './gaps-part.ts';
import {
  type DraftItem,
  type DraftSentence,
  figure,
  type Ground,
  quoted,
  rungWords,
  say,
  topicOf,
} from './ground.ts';

/** Alerts that nobody closed and that still reach their threshold. */
export function standing({ facts }: Ground): readonly AlertView[] {
  return facts.alerts.filter(({ alert }) => alert.stands && alert.state !== 'closed');
}

export function bottomLine(ground: Ground): readonly DraftItem[] {
  const { alerts, cascades, claims } = ground.facts;
  const empty = alerts.length + cascades.length + claims.length === 0;
  const sentences = empty
    ? [periodSentence(ground), nothingSentence(ground), ...blindSentences(ground)]
    : [
        periodSentence(ground),
        ...alertSentences(ground),
        ...widestSentences(ground),
        ...blindSentences(ground),
      ].slice(0, 4);
  return [{ lead: undefined, sentences }];
}

function periodSentence(ground: Ground): DraftSentence {
  const { facts, phrases } = ground;
  const { first, last } = facts.period;
  const [articles, outlets] = [figure(ground, facts.articles), figure(ground, facts.outlets)];
  const what = [articles, outlets, first, last].join(' · ');
  const count = countOf(`${phrases.labels.articles}: ${what}`, 'status');
  const period = phrases.from(first, last);
  return say(ground, phrases.top.period(period, articles, outlets, topicOf(ground)), [count]);
}

function nothingSentence(ground: Ground): DraftSentence {
  const { labels, top } = ground.phrases;
  const counts = [
    countOf(`${labels.alerts}: 0`, 'alerts'),
    countOf(`${labels.cascades}: 0`, 'cascades'),
  ];
  return say(ground, top.nothing, counts);
}

/** How many stand and what the gravest is on, as one sentence. */
function alertSentences(ground: Ground): readonly DraftSentence[] {
  const { labels, top } = ground.phrases;
  const open = standing(ground);
  const n = figure(ground, open.length);
  const high = figure(ground, open.filter(({ alert }) => alert.severity === 'high').length);
  const count = countOf(`${labels.alerts}: ${n} · ${high}`, 'alerts');
  const [gravest] = open;
  if (gravest === undefined) return [say(ground, top.noAlert, [count])];
  const { measure, value, subject } = gravest.alert;
  const measured = measureWords(measure, value, ground.language);
  const stand = top.alertsStand(n, open.length === 1, high);
  const text = `${stand}${top.gravest(quoted(ground, subject), measured)}`;
  return [say(ground, text, [count, alertCount(ground, gravest)])];
}

function widestSentences(ground: Ground): readonly DraftSentence[] {
  const { labels, top } = ground.phrases;
  const [widest] = ground.facts.cascades;
  if (widest === undefined) {
    return [say(ground, top.noCascade, [countOf(`${labels.cascades}: 0`, 'cascades')])];
  }
  const title = quoted(ground, widest.title);
  const [articles, reach] = [figure(ground, widest.articles), figure(ground, widest.reach)];
  const origins = rungWords(ground, widest.ladder, 'utterances');
  const text =
    origins === undefined
      ? top.widest(title, articles, reach)
      : top.widestOrigins(title, articles, reach, origins);
  return [say(ground, text, [cascadeCount(ground, widest)])];
}

function blindSentences(ground: Ground): readonly DraftSentence[] {
  const { missing, of } = blindness(ground.facts);
  if (missing <= 0) return [];
  const { labels, top } = ground.phrases;
  const watched = ground.facts.coverage.kind === 'watch';
  const [some, all] = [figure(ground, missing), figure(ground, of)];
  const count = countOf(`${labels.coverage}: ${some} / ${all}`, watched ? 'sources' : 'status');
  const text = watched ? top.blindSources(some, all) : top.blindFiles(some, all);
  return [say(ground, text, [count])];
}
