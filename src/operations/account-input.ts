/** What a change of an account is asked with, and what each kind of change needs. */
import { z } from 'zod';
import { ROLES } from '../domain/people.ts';
import { nameProblem } from '../people/names.ts';

export const ACCOUNT_ACTIONS = [
  'add',
  'role',
  'disable',
  'enable',
  'password',
  'link',
  'key',
  'revoke',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

type Field = 'name' | 'role' | 'issuer' | 'subject' | 'label' | 'id';

/** Fields without which a change cannot be meant. */
const NEEDS: Readonly<Record<AccountAction, readonly Field[]>> = {
  add: ['name', 'role'],
  role: ['name', 'role'],
  disable: ['name'],
  enable: ['name'],
  password: ['name'],
  link: ['name', 'issuer', 'subject'],
  key: ['name', 'role', 'label'],
  revoke: ['id'],
};

const words = (most: number) => z.string().trim().max(most).optional();

export const accountInput = z
  .object({
    action: z
      .enum(ACCOUNT_ACTIONS, `expected one of ${ACCOUNT_ACTIONS.join(', ')}`)
      .describe(`what to do: ${ACCOUNT_ACTIONS.join(', ')}`),
    name: words(64).describe('the account'),
    role: z
      .enum(ROLES, `expected one of ${ROLES.join(', ')}`)
      .optional()
      .describe(`add, role, key: ${ROLES.join(', ')}`),
    stdin: z
      .boolean()
      .default(false)
      .describe(
        'add, password: read the password from standard input; without, one is made and shown once',
      ),
    withoutPassword: z
      .boolean()
      .default(false)
      .describe('add: for one who signs in by a sign-in service only'),
    issuer: words(300).describe('link: address of the sign-in service'),
    subject: words(255).describe('link: how that service names the person'),
    label: words(100).describe('key: what it is for'),
    days: z.coerce
      .number()
      .int()
      .min(0)
      .max(3660)
      .default(0)
      .describe('key: days until it ends; 0: it has no end'),
    id: words(16).describe('revoke: the key'),
  })
  .superRefine((input, check) => {
    for (const field of NEEDS[input.action]) {
      // A form sends what was not filled in as an empty text.
      if (input[field] !== undefined && input[field] !== '') continue;
      const message = `"${input.action}" needs it`;
      check.addIssue({ code: 'custom', path: [field], message });
    }
    const problem = input.name ? nameProblem(input.name) : undefined;
    if (problem !== undefined && input.action === 'add') {
      check.addIssue({ code: 'custom', path: ['name'], message: problem });
    }
  });

export type AccountInput = z.infer<typeof accountInput>;
