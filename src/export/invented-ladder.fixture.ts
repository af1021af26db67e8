/** An invented ladder for the tests of this room, with every kind of step and a circle. */
import type { MemberName } from '../domain/excerpts.ts';
import type { EvidenceView, LadderView, MergeView } from '../domain/ladder-views.ts';
import type { ArticleView } from '../domain/views.ts';

const named = ({ id, outlet }: ArticleView): MemberName => ({ article: id, outlet });

function evidence(view: ArticleView, text: string): EvidenceView {
  return { ...named(view), span: { begin: 10, end: 10 + text.length }, text, hiddenWords: 0 };
}

function merge(
  reason: MergeView['reason'],
  sure: boolean,
  [a, b]: readonly [ArticleView, ArticleView],
  shown: readonly EvidenceView[],
): MergeView {
  return {
    ...{ a: a.domain, b: b.domain, aName: a.outlet, bName: b.outlet },
    ...{ reason, sure, evidence: shown },
  };
}

/** A ladder over four invented articles: of one house the first and the last. */
export function ladderOver(
  first: ArticleView,
  second: ArticleView,
  third: ArticleView,
  sister: ArticleView,
): LadderView {
  const unit = (name: string, articles: readonly ArticleView[]) => ({
    key: name,
    name,
    articles: articles.map(named),
  });
  const words = 'The port workers say that nobody asked them';
  return {
    rungs: [
      {
        kind: 'articles',
        bounds: { atLeast: 4, atMost: 4 },
        units: [first, second, third, sister].map((one) => unit(one.id, [one])),
        merges: [],
      },
      {
        kind: 'publishers',
        bounds: { atLeast: 2, atMost: 3 },
        units: [
          unit(first.outlet, [first, sister]),
          unit(second.outlet, [second]),
          unit(third.outlet, [third]),
        ],
        merges: [
          merge('same-domain', true, [first, sister], []),
          {
            ...merge('same-owner', false, [second, third], []),
            note: {
              en: 'Bay Holding, by its imprint',
              es: 'Bay Holding, según su pie de imprenta',
            },
          },
        ],
      },
      {
        kind: 'agencies',
        bounds: { atLeast: 1, atMost: 2 },
        units: [unit('Bay Wire', [first, second, sister]), unit(third.outlet, [third])],
        merges: [
          merge(
            'shared-wording',
            true,
            [first, second],
            [evidence(first, words), evidence(second, words)],
          ),
          merge(
            'retold',
            false,
            [second, third],
            [
              evidence(second, words),
              evidence(third, 'Nadie consultó a los trabajadores del puerto.'),
            ],
          ),
        ],
      },
      {
        kind: 'utterances',
        bounds: { atLeast: 1, atMost: 1 },
        units: [unit('the crane driver, at the gate', [first, second, third, sister])],
        merges: [
          merge(
            'same-quotation',
            true,
            [first, third],
            [evidence(first, '“We learned it from the radio.”')],
          ),
        ],
      },
    ],
    circles: [
      {
        steps: [
          {
            from: first.outlet,
            to: second.outlet,
            evidence: evidence(first, 'as the Mirror reports'),
          },
          {
            from: second.outlet,
            to: first.outlet,
            evidence: evidence(second, 'as the Courier first reported'),
          },
        ],
      },
    ],
    root: {
      name: 'the crane driver, at the gate',
      evidence: [evidence(first, 'one of them said at the gate')],
    },
  };
}
