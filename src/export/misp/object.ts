/**
 * Objects of MISP's core format (draft-dulaunoy-misp-core-format), by templates of MISP/misp-objects.
 * Nothing of the desk is an indicator of compromise: `to_ids` is false everywhere, and addresses are
 * `link`, which is for reading, not `url`, which is for detection.
 */
import { uuidOf } from './uuid.ts';

/** Inherits what the event says. */
const INHERIT = '5';
/** Characters; the database of MISP cuts texts at 65,535 bytes. */
const LONGEST = 4000;

/** Templates by name, with what identifies them. */
const TEMPLATES = {
  'news-media': { template_uuid: '691463c5-5302-4847-9bec-4c56ccfec677', template_version: '3' },
  microblog: { template_uuid: '8ec8c911-ddbe-4f5b-895b-fbff70c42a60', template_version: '8' },
  report: { template_uuid: '70a68471-df22-4e3f-aa1a-5a3be19f82df', template_version: '8' },
  annotation: { template_uuid: '5d8dc046-15a1-4ca3-a09f-ed4ede7c4487', template_version: '2' },
} as const;
const CATEGORIES = { text: 'Other', datetime: 'Other', link: 'External analysis' } as const;

export interface MispAttribute {
  /** Of the template. */
  readonly relation: string;
  readonly type: keyof typeof CATEGORIES;
  readonly value: string | undefined;
}

export interface MispReference {
  readonly to: string;
  /** Of MISP's list of relationships. */
  readonly type: 'includes' | 'mentions';
  readonly comment: string;
}

/** The object as JSON. `key`: what makes it the same thing in every export. */
export function mispObject(object: {
  readonly template: keyof typeof TEMPLATES;
  readonly key: string;
  /** Seconds since the epoch. */
  readonly timestamp: string;
  readonly comment: string;
  readonly attributes: readonly MispAttribute[];
  readonly references?: readonly MispReference[];
}): object {
  const { template, key, timestamp } = object;
  const uuid = uuidOf(key);
  return {
    uuid,
    name: template,
    'meta-category': 'misc',
    ...TEMPLATES[template],
    timestamp,
    distribution: INHERIT,
    comment: textOf(object.comment),
    Attribute: object.attributes.flatMap((attribute) => attributeOf(attribute, key, timestamp)),
    ObjectReference: (object.references ?? []).map(({ to, type, comment }) => ({
      uuid: uuidOf(`${key} ${type} ${to}`),
      object_uuid: uuid,
      referenced_uuid: uuidOf(to),
      relationship_type: type,
      comment: textOf(comment),
    })),
  };
}

/** Nothing where there is no value: MISP takes no empty one. */
function attributeOf({ relation, type, value }: MispAttribute, key: string, timestamp: string) {
  const text = textOf(value ?? '');
  if (text === '') return [];
  return [
    {
      uuid: uuidOf(`${key} ${relation}`),
      object_relation: relation,
      type,
      category: CATEGORIES[type],
      value: text,
      to_ids: false,
      disable_correlation: type !== 'link',
      distribution: INHERIT,
      timestamp,
    },
  ];
}

/** Valid Unicode without controls, cut to what MISP keeps. */
function textOf(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd')
    .trim();
}
