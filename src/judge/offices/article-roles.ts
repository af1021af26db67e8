/**
 * The stated roles of one article, judged: those of speakers, and those that stand beside a person's
 * name without a statement ("Ukrainian President Volodymyr Zelensky"). O(attributions + mentions).
 */
import type { ArticleId } from '../../domain/ids.ts';
import type { RoleJudgement } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Mention, Reading, Role } from '../../domain/reading.ts';
import { judgeRole, type StatedOffice } from './judge-role.ts';
import { officePhrases } from './office-phrase.ts';
import type { Offices } from './offices.ts';
import { nameKeys } from './person-names.ts';

/** What is asked about. */
export interface RoleArticle {
  readonly id: ArticleId;
  readonly text: string;
  readonly published: Moment | undefined;
}

/** One person's role. */
export interface JudgedRole {
  /** The fullest name of the person in this article. */
  readonly person: string;
  /** The place in `Reading.attributions`; absent: the role stands beside a name, not a statement. */
  readonly attribution: number | undefined;
  readonly judgement: RoleJudgement;
}

/** All roles of named persons in the article, those of statements first, each place once. */
export function judgeRoles(
  offices: Offices,
  article: RoleArticle,
  reading: Reading,
): readonly JudgedRole[] {
  const { id, published } = article;
  const judged: JudgedRole[] = [];
  const seen = new Set<number>();
  for (const [attribution, { source, role, uttered }] of reading.attributions.entries()) {
    if (role === undefined || source?.name === undefined) continue;
    const days = uttered === undefined ? undefined : reading.dates[uttered]?.days;
    const { name, entity } = source;
    const stated = { name, entity, role, article: id, published, uttered: days };
    seen.add(role.span.end);
    const judgement = inText(
      article.text,
      name,
      judgeRole(offices, asStated(article.text, stated)),
    );
    judged.push({ person: name, attribution, judgement });
  }
  for (const { person, role } of besideNames(article.text, reading.mentions)) {
    if (seen.has(role.span.end)) continue;
    const { name, entity } = person;
    const stated = { name, entity, role, article: id, published, uttered: undefined };
    const judgement = inText(
      article.text,
      name,
      judgeRole(offices, asStated(article.text, stated)),
    );
    // Who is named without speaking may be long dead: that others hold the office says nothing.
    const isSpeaker = judgement.standing !== 'never-held';
    if (isSpeaker) judged.push({ person: name, attribution: undefined, judgement });
  }
  return judged;
}

/** "Former" may stand before the role that was read. */
function asStated(text: string, stated: StatedOffice): StatedOffice {
  const { role } = stated;
  const former = role.former || isFormer(text, role.span.begin, role.text);
  return { ...stated, role: { ...role, former } };
}

/**
 * A judgement against the article stands only where the role was read whole and is this person's:
 * not "presidente del estadounidense" before "Centro …", nor "…, al presidente chino".
 */
function inText(text: string, name: string, judgement: RoleJudgement): RoleJudgement {
  const { standing, evidence } = judgement;
  if (standing === 'held' || standing === 'former-as-stated') return judgement;
  const { begin, end } = evidence.span;
  const next = NEXT_NAME.exec(text.slice(end, end + BEHIND))?.[1];
  const given = /(?:^|\s)(?:al|a la|a los)\s+$/iu.test(
    text.slice(Math.max(0, begin - BEFORE), begin),
  );
  const isCut = next !== undefined && !nameKeys(name).includes(nameKeys(next)[0] ?? '');
  return isCut || given ? { ...judgement, standing: 'unknown', tenures: [] } : judgement;
}

interface NamedRole {
  readonly person: Mention;
  readonly role: Role;
}

/** Offices that stand right before a person's name, or behind it after a comma. */
function besideNames(text: string, mentions: readonly Mention[]): NamedRole[] {
  const inOrder = mentions
    .filter(({ kind }) => kind === 'person' || kind === 'office')
    .sort((a, b) => a.span.begin - b.span.begin);
  const roles: NamedRole[] = [];
  for (const [at, office] of inOrder.entries()) {
    if (office.kind !== 'office') continue;
    const role = roleOf(text, office);
    const [before, after] = [inOrder[at - 1], inOrder[at + 1]];
    const gap = (from: number, to: number): string => text.slice(from, Math.min(to, from + GAP));
    if (after?.kind === 'person' && /^\s+$/.test(gap(role.span.end, after.span.begin))) {
      roles.push({ person: after, role });
    } else if (
      before?.kind === 'person' &&
      /^,\s+(?:the |el |la )?$/i.test(gap(before.span.end, role.span.begin))
    ) {
      roles.push({ person: before, role });
    }
  }
  return roles;
}

/** Longest run between a name and an office beside it, in UTF-16 units. */
const GAP = 8;
/** As many units before and behind an office are looked at. */
const BEFORE = 24;
const BEHIND = 80;
/** The first word of a name, ranks and forms of address left out. */
const NEXT_NAME =
  /^\s+(?:(?:Gen|General|Adm|Admiral|Lt|Lieutenant|Maj|Major|Col|Colonel|Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Генерал)\b\.?\s+)*(\p{Lu}[\p{L}\p{M}’'-]*)/u;

/** The whole phrase of an office: its mention is the word of the title alone. */
function roleOf(text: string, { span, name }: Mention): Role {
  const from = Math.max(0, span.begin - name.length);
  const at = text.slice(from, span.end + name.length).indexOf(name);
  const begin = at < 0 ? span.begin : from + at;
  const end = Math.max(span.end, at < 0 ? span.end : begin + name.length);
  const phrase = text.slice(begin, end);
  return { span: { begin, end }, text: phrase, former: false };
}

/** Whether "former" stands in the phrase at `begin`, or before it in the same clause. */
function isFormer(text: string, begin: number, phrase: string): boolean {
  const clauses = text.slice(Math.max(0, begin - BEFORE), begin).split(/[.,;:()"«»“”\n]/);
  // Two words: the first of those in the slice may be half of one.
  const words = (clauses.at(-1) ?? '').trim().split(/\s+/).slice(-2).join(' ');
  return officePhrases(`${words} ${phrase}`).some(({ shades }) => shades.has('former'));
}
