/** The shape of a cascade: its echoes with their passages, its wires. */
import type { CreditPlace, WireStrength } from '../../domain/trace.ts';
import {
  ALTERATION_KINDS,
  type Alteration,
  COPY_TYPES,
  CREDIT_STATES,
  PARENT_REASONS,
  WIRE_STRENGTHS,
} from '../../domain/trace.ts';
import {
  type CascadeView,
  type DiffPart,
  type EchoView,
  type PassageView,
  WIRE_CLAIMS,
  type WireCreditView,
  type WireView,
} from '../../domain/views.ts';
import { ladderView } from './ladder-shape.ts';
import {
  articleId,
  articleView,
  cascadeId,
  count,
  memberName,
  ordered,
  span,
  words,
} from './parts.ts';
import { flag, list, maybe, member, number, object, oneOf, type Shape, text } from './shape.ts';

const alteration: Shape<Alteration> = object<Alteration>({
  kind: member(ALTERATION_KINDS),
  from: text,
  to: text,
});

const passage: Shape<PassageView> = object<PassageView>({
  from: words,
  to: words,
  diff: list(object<DiffPart>({ kind: member(['same', 'added', 'removed']), text })),
  words: count,
  hiddenWords: count,
});

type Parent = NonNullable<EchoView['parent']>;

const parent: Shape<Parent> = object<Parent>({
  article: articleId,
  outlet: text,
  reason: member(PARENT_REASONS),
  confidence: number,
  lag: ordered(object<Parent['lag']>({ min: number, max: number }), 'min', 'max'),
  rivals: list(memberName),
  bothCredit: list(object<Parent['bothCredit'][number]>({ id: text, name: text })),
});

const echo: Shape<EchoView> = object<EchoView>({
  article: articleView,
  role: member(['earliest', 'echo', 'undated']),
  parent: maybe(parent),
  comparedWith: maybe(memberName),
  copyType: maybe(member(COPY_TYPES)),
  credit: member(CREDIT_STATES),
  creditText: maybe(text),
  creditIn: maybe(member(['text', 'authors', 'based-on'])),
  title: maybe(object<NonNullable<EchoView['title']>>({ from: text, to: text })),
  added: list(text),
  removed: list(text),
  alterations: list(alteration),
  passages: list(passage),
});

type PlaceIn<K extends CreditPlace['kind']> = Extract<CreditPlace, { readonly kind: K }>;

const creditPlace: Shape<CreditPlace> = oneOf<CreditPlace>('kind', {
  text: object<PlaceIn<'text'>>({ kind: member(['text']), span }),
  authors: object<PlaceIn<'authors'>>({ kind: member(['authors']), words: text }),
  'based-on': object<PlaceIn<'based-on'>>({ kind: member(['based-on']), url: text }),
});

const wireCredit: Shape<WireCreditView> = object<WireCreditView>({
  article: articleId,
  outlet: text,
  strength: member<WireStrength>(WIRE_STRENGTHS),
  place: creditPlace,
  before: text,
  text,
  after: text,
  covers: flag,
});

const wire: Shape<WireView> = object<WireView>({
  id: text,
  name: text,
  claim: member(WIRE_CLAIMS),
  others: count,
  crediting: count,
  own: list(memberName),
  ownEarliest: flag,
  earliestCredits: list(memberName),
  credits: list(wireCredit),
});

export const cascadeView: Shape<CascadeView> = object<CascadeView>({
  id: cascadeId,
  title: text,
  order: member(['established', 'open', 'undated']),
  earliest: list(articleView),
  articles: count,
  reach: count,
  languages: list(text),
  spreadMs: number,
  droppedCredits: count,
  wires: list(wire),
  ladder: maybe(ladderView),
  echoes: list(echo),
});
