/** The JSON texts of a WACZ package, read from foreign bytes: a field that is not as it should be is absent. */

export interface DataPackage {
  readonly title: string | undefined;
  /** `1.1.1` */
  readonly version: string | undefined;
  readonly resources: readonly {
    readonly path: string;
    /** `sha256:` and hex digits. */
    readonly hash: string | undefined;
  }[];
}

/** A page that the package lists. */
export interface PageLine {
  readonly url: string;
  /** When it was captured, milliseconds since the epoch. */
  readonly capturedAt: number | undefined;
  readonly title: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads `datapackage.json`; undefined where it is no JSON object. */
export function readDataPackage(text: string): DataPackage | undefined {
  const value = fieldsOf(text);
  if (value === undefined) return undefined;
  const resources = Array.isArray(value['resources']) ? (value['resources'] as unknown[]) : [];
  return {
    title: stringOf(value['title']),
    version: stringOf(value['wacz_version']),
    resources: resources.filter(isFields).flatMap((resource) => {
      const path = stringOf(resource['path']);
      return path === undefined ? [] : [{ path, hash: stringOf(resource['hash']) }];
    }),
  };
}

/** The digest that `datapackage-digest.json` states. */
export function readPackageDigest(text: string): string | undefined {
  return stringOf(fieldsOf(text)?.['hash']);
}

/** Reads a line of a list of pages, whose first line says only what it is. */
export function readPageLine(text: string): PageLine | 'head' | 'not-a-page' {
  if (text.trim() === '') return 'head';
  const value = fieldsOf(text);
  const url = stringOf(value?.['url']);
  if (value === undefined || url === undefined) {
    return value?.['format'] === undefined ? 'not-a-page' : 'head';
  }
  const at = Date.parse(stringOf(value['ts']) ?? '');
  return {
    url,
    capturedAt: Number.isNaN(at) ? undefined : at,
    title: stringOf(value['title']),
  };
}

function fieldsOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
