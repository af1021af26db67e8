/** Which platform's format a file is in: told by how its text begins, never by its name. */
import { charsetOf, decoded } from '../charset.ts';
import { fieldOf, isLoose, textIn } from './loose.ts';

/** `atalaya`: our own lines; `checks`: ClaimReview, which `readChecks` reads. */
export type ExchangeFormat = 'atalaya' | 'stix' | 'ftm' | 'checks';

/** Bytes that are looked at. */
export const FORMAT_BYTES = 64 * 1024;

/** The format of a file whose unzipped bytes begin with `head`; undefined where it is none of these. */
export function exchangeFormat(head: Uint8Array): ExchangeFormat | undefined {
  const bytes = head.subarray(0, FORMAT_BYTES);
  const text = decoded(bytes, charsetOf(bytes, false))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (!/^[[{]/.test(text)) return undefined;
  const end = text.indexOf('\n');
  const line = firstValue(end < 0 ? text : text.slice(0, end));
  return lineFormat(line) ?? headFormat(text);
}

function firstValue(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Of a file whose first line is a value of its own. */
function lineFormat(value: unknown): ExchangeFormat | undefined {
  if (!isLoose(value)) return undefined;
  if (fieldOf(value, 'kind') === 'head' && fieldOf(value, 'atalaya') !== undefined) {
    return 'atalaya';
  }
  if (typeof fieldOf(value, 'schema') === 'string' && isLoose(fieldOf(value, 'properties'))) {
    return 'ftm';
  }
  const isStix = /^[a-z0-9-]+--[0-9a-f-]{36}$/i.test(textIn(value, 'id') ?? '');
  return isStix && typeof fieldOf(value, 'type') === 'string' ? 'stix' : undefined;
}

/** Of a file that is one value, or whose first line is longer than what is looked at. */
function headFormat(text: string): ExchangeFormat | undefined {
  // The first words of it, so that no text inside an object is taken for its format.
  const begin = text.slice(0, 2000);
  if (/^\{"atalaya":\d/.test(begin)) return 'atalaya';
  if (/"type"\s*:\s*"bundle"/.test(begin) || /"bundle--[0-9a-f-]{36}"/i.test(begin)) return 'stix';
  if (/"spec_version"\s*:\s*"2\.[01]"/.test(begin)) return 'stix';
  const isLinked = /"@context"\s*:\s*"https?:\/\/schema\.org/i.test(begin);
  if (isLinked && /"@type"\s*:\s*(?:\[\s*)?"(?:ClaimReview|DataFeed)"/.test(text)) return 'checks';
  return /"schema"\s*:\s*"[A-Z][A-Za-z]+"/.test(begin) && /"properties"\s*:\s*\{/.test(begin)
    ? 'ftm'
    : undefined;
}
