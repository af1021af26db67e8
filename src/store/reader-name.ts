/** Names of readers and speakers, as the tables hold them. */

/** In lower case without accents; databases fold each their own way, SQLite ASCII only. */
export const foldName = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** `name@version`; throws where there is no version. */
export function partsOf(reader: string): { readonly name: string; readonly version: string } {
  const at = reader.lastIndexOf('@');
  if (at < 1) throw new Error(`"${reader}" names no reader: name@version is expected`);
  return { name: reader.slice(0, at), version: reader.slice(at + 1) };
}
