/** The operations of the catalogue, all of them loaded: for doors that offer all at once. */
import { CATALOGUE } from './catalogue.ts';
import type { Operation } from './operation.ts';

export const OPERATIONS: readonly Operation[] = await Promise.all(
  CATALOGUE.map(({ load }) => load()),
);
