/**
 * Echo and parent as `Similar`: a lead that a person may weigh. *Earlier* is not *source*: the criteria
 * say so first, then the reason, the rivals, and what changed on the way.
 */
import type { ExportCascade } from '../../domain/exports.ts';
import type { EchoView } from '../../domain/views.ts';
import { lagWords } from '../moments.ts';
import { COPY_TYPE_WORDS, CREDIT_WORDS, REASON_WORDS } from '../wording.ts';
import {
  articleEntityId,
  entity,
  type FtmEntity,
  ftmId,
  linkTo,
  ownString,
  stringValue,
} from './entity.ts';

/** Rivals that are named; further ones are counted. */
const RIVALS = 5;

/** One `Similar` for each echo whose parent the desk names; `written`: articles that were. */
export function* echoEntities(
  { cascade }: ExportCascade,
  program: string,
  written: ReadonlySet<string>,
): Generator<FtmEntity> {
  for (const echo of cascade.echoes) {
    const candidate = linkTo(echo.article.id, written);
    const match = echo.parent && linkTo(echo.parent.article, written);
    if (candidate === undefined || match === undefined) continue;
    yield entity(ftmId('echo', cascade.id, echo.article.id), 'Similar', {
      candidate: [candidate],
      match: [match],
      confidenceScore: [scoreOf(echo.parent?.confidence)],
      criteria: criteriaOf(echo, written),
      matcher: [program],
    });
  }
}

function criteriaOf(echo: EchoView, written: ReadonlySet<string>): (string | undefined)[] {
  const { parent, copyType, credit, passages } = echo;
  if (parent === undefined) return [];
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  return [
    'determination: lead (an earlier article is not thereby the source)',
    `reason: ${REASON_WORDS[parent.reason]}`,
    `rivals: ${parent.rivals.length}`,
    ...parent.rivals
      .slice(0, RIVALS)
      .filter((rival) => written.has(rival.article))
      .map((rival) =>
        ownString(`rival: ${articleEntityId(rival.article)} (${stringValue(rival.outlet)})`),
      ),
    ...parent.bothCredit.map((wire) => ownString(`both credit: ${stringValue(wire.name)}`)),
    `delay: ${lagWords(parent.lag)}`,
    copyType && `copy: ${copyType} (${COPY_TYPE_WORDS[copyType]})`,
    `credit of the source: ${CREDIT_WORDS[credit]}`,
    `shared: ${words} words in ${passages.length} ${passages.length === 1 ? 'passage' : 'passages'}`,
  ];
}

function scoreOf(confidence: number | undefined): string | undefined {
  if (confidence === undefined || !(confidence >= 0 && confidence <= 1)) return undefined;
  return String(Math.round(confidence * 100) / 100);
}
