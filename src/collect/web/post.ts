/** Sending bytes to a service that the user names, and its answer: for time stamps, never for pages. */

/** Longest answer, in bytes. */
const MAX_BYTES = 1024 * 1024;
const TIME_OUT_MS = 30_000;

/** Posts `body`; throws where there is no good answer, or one that is too long. */
export async function postBytes(
  url: string,
  body: Uint8Array,
  { contentType, accept }: { readonly contentType: string; readonly accept: string },
): Promise<Uint8Array> {
  const answer = await fetch(url, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { 'content-type': contentType, accept },
    redirect: 'error',
    signal: AbortSignal.timeout(TIME_OUT_MS),
  });
  if (!answer.ok) throw new Error(`it answered with status ${answer.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.byteLength;
    if (length > MAX_BYTES) throw new Error(`its answer is longer than ${MAX_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
