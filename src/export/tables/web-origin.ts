/** Where a capture came from, where that is an address of the web; a place on the machine never leaves it. */
export function webOrigin(origin: string): string | undefined {
  return /^https?:\/\//i.test(origin) ? origin : undefined;
}
