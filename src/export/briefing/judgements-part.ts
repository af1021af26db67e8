/**
 * Key judgements: one a sentence. Those on alerts carry the word of the scale by which the measurement was
 * graded; those on independence are bounds and carry none.
 */
import { measureWords } from '../alert-wording.ts';
import { alertCount, passagesOf } from './alert-footings.ts';
import { indicatorName } from './alerts-part.ts';
import { standing } from './bottom-line.ts';
import { cascadeCount, memberPassage } from './cascade-footings.ts';
import { countOf } from './footings.ts';
import {
  type DraftItem,
  type DraftSentence,
  figure,
  type Ground,
  quoted,
  rungWords,
  say,
} from './ground.ts';

const MOST_ALERTS = 5;
const MOST_CASCADES = 3;
const MOST_PASSAGES = 2;

/** One item a judgement. */
export function judgementItems(ground: Ground): readonly DraftItem[] {
  const sentences = [...alertJudgements(ground), ...independenceJudgements(ground)];
  if (sentences.length > 0) {
    return sentences.map((sentence) => ({ lead: undefined, sentences: [sentence] }));
  }
  const { labels, top } = ground.phrases;
  const count = countOf(`${labels.alerts}: 0`, 'alerts');
  return [{ lead: undefined, sentences: [say(ground, top.noJudgement, [count])] }];
}

function alertJudgements(ground: Ground): readonly DraftSentence[] {
  const { top, terms } = ground.phrases;
  return standing(ground)
    .slice(0, MOST_ALERTS)
    .map((view) => {
      const { alert } = view;
      const refs = alert.findings.flatMap((finding) => finding.refs);
      const shown = passagesOf(ground, view, refs).slice(0, MOST_PASSAGES);
      const text = top.met(
        quoted(ground, alert.subject),
        indicatorName(ground, view),
        measureWords(alert.measure, alert.value, ground.language),
        terms.estimate[alert.confidence],
      );
      return say(ground, text, [...shown, alertCount(ground, view)], alert.confidence);
    });
}

/** Where fewer first utterances than publishers stand behind a passage. */
function independenceJudgements(ground: Ground): readonly DraftSentence[] {
  const { top } = ground.phrases;
  const fewer = ground.facts.cascades.filter(({ ladder, reach }) => {
    const rung = ladder?.rungs.find(({ kind }) => kind === 'utterances');
    return rung !== undefined && rung.bounds.atMost < reach;
  });
  return fewer.slice(0, MOST_CASCADES).flatMap((cascade) => {
    const origins = rungWords(ground, cascade.ladder, 'utterances');
    const [first] = cascade.earliest;
    if (origins === undefined) return [];
    const shown = first === undefined ? [] : [memberPassage(cascade, first)];
    const text = top.independent(
      quoted(ground, cascade.title),
      figure(ground, cascade.reach),
      origins,
    );
    return [say(ground, text, [...shown, cascadeCount(ground, cascade)])];
  });
}
