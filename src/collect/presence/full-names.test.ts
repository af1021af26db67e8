import { expect, test } from 'vitest';
import { stateInFull } from './full-names.ts';

test.each([
  ['Federal Republic of Germany', 'DE', 'Germany'],
  ['KOREA (REPUBLIC OF)', 'KR', 'KOREA'],
  ['KOREA (DEMOCRATIC PEOPLE’S REPUBLIC OF)', 'KP', 'KOREA'],
  ['Congo, Democratic Republic of the', 'CD', 'Congo, Democratic Republic of the'],
  ['Reino de España', 'ES', 'España'],
  ['Micronesia (Federated States of)', 'FM', 'Micronesia'],
  ['Republic of China', 'TW', 'Republic of China'],
  ['Fiji / Fiyi', 'FJ', 'Fiji'],
])('%s', (text, state, name) => expect(stateInFull(text)).toEqual({ state, name }));

test.each([
  'Republic of',
  'Berlin, Germany is large',
  'the of the of',
  '',
  `${'the '.repeat(1e5)}Fiji`,
])('no state: %.30s', (text) => expect(stateInFull(text)).toBeUndefined());
