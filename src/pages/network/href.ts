/** Where an outlet stands in the console; accounts on platforms have a slash in their key. */
export function outletHref(publisher: string): string {
  return `/outlets/${encodeURIComponent(publisher)}`;
}
