/** The independence ladder as JSON, key by key, as all of the report is (`json.ts`). */
import type { MemberName } from '../domain/excerpts.ts';
import type { EvidenceView, LadderView } from '../domain/ladder-views.ts';

export function ladderJson({ rungs, circles, root }: LadderView): unknown {
  return {
    rungs: rungs.map(({ kind, bounds, units, merges }) => ({
      kind,
      atLeast: bounds.atLeast,
      atMost: bounds.atMost,
      units: units.map(({ key, name, articles }) => ({
        key,
        name,
        articles: articles.map(memberJson),
      })),
      merges: merges.map(({ a, b, aName, bName, reason, sure, note, evidence }) => ({
        ...{ a, b, aName, bName, reason, sure, note: note?.en ?? null },
        evidence: evidence.map(evidenceJson),
      })),
    })),
    circles: circles.map(({ steps }) =>
      steps.map(({ from, to, evidence }) => ({ from, to, evidence: evidenceJson(evidence) })),
    ),
    root:
      root === undefined ? null : { name: root.name, evidence: root.evidence.map(evidenceJson) },
  };
}

const memberJson = ({ article, outlet }: MemberName): unknown => ({ article, outlet });

function evidenceJson({ article, outlet, span, text, hiddenWords }: EvidenceView): unknown {
  return { article, outlet, begin: span.begin, end: span.end, text, hiddenWords };
}
