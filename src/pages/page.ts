/** What a page of the console is: an address, who may see it, and what it answers. */
import type { Person, Role } from '../domain/people.ts';
import type { Markup } from '../export/markup.ts';
import type { Context } from '../operations/operation.ts';

export const CONSOLE_LANGUAGES = ['en', 'es'] as const;
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number];

/** One request for a page, checked and signed in. */
export interface PageRequest {
  /** Values of the address's `:names`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Path and query as asked, for links that come back here. */
  readonly address: string;
  readonly language: ConsoleLanguage;
  readonly person: Person;
  readonly context: Context;
  /** The watch list that this server was started with. */
  readonly watchFile: string;
}

/** `data` is what the same address with `.json` answers. */
export type PageAnswer =
  | {
      readonly kind: 'page';
      readonly status: 200 | 400 | 404;
      readonly title: string;
      readonly body: Markup;
      readonly data: unknown;
      /** Modules of `console/` that the page uses, by file name. */
      readonly scripts?: readonly string[];
    }
  | { readonly kind: 'elsewhere'; readonly to: string };

/** Where a page stands in the navigation. */
export const SECTIONS = [
  'today',
  'alerts',
  'search',
  'cascades',
  'claims',
  'outlets',
  'presence',
  'sources',
  'settings',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Page {
  /** `/cascades/:id`. */
  readonly path: string;
  readonly section: Section;
  readonly role: Role;
  readonly answer: (request: PageRequest) => Promise<PageAnswer>;
}
