/** The one shape of errors over HTTP: problem details (RFC 9457). Nothing of what went on inside leaves. */

/** Every kind of problem, with its status and title; its address is `/problems/KIND`. */
export const PROBLEM_KINDS = {
  'bad-input': { status: 400, title: 'The input is not what the operation takes' },
  'bad-cursor': { status: 400, title: 'The cursor is not of this list' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  'not-allowed': { status: 403, title: 'The role does not allow it' },
  'forged-form': { status: 403, title: 'The request did not come from a page of this console' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'wrong-method': { status: 405, title: 'The address takes another method' },
  'too-large': { status: 413, title: 'The body is larger than is taken' },
  'wrong-type': { status: 415, title: 'The body is not JSON' },
  refused: { status: 422, title: 'The desk refused it' },
  hurried: { status: 429, title: 'Too many requests' },
  defect: { status: 500, title: 'Something is broken in Atalaya' },
  'not-ready': { status: 503, title: 'The server cannot do its work now' },
  slow: { status: 503, title: 'It took too long' },
  busy: { status: 503, title: 'Something else is at work on the desk' },
} as const;
export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** Longest detail, in characters: it may quote the input. */
const MOST_WORDS = 600;

/** A refusal on its way to the door; `detail` is one sentence that names the value and what to do. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.kind = kind;
    this.headers = headers;
  }
}

export function problemBody(kind: ProblemKind, detail: string, instance?: string): string {
  const { status, title } = PROBLEM_KINDS[kind];
  const said = detail.length <= MOST_WORDS ? detail : `${detail.slice(0, MOST_WORDS)}…`;
  return JSON.stringify({
    type: `/problems/${kind}`,
    title,
    status,
    detail: said,
    ...(instance !== undefined && { instance }),
  });
}

export function problemResponse(
  { kind, message, headers }: ApiProblem,
  instance?: string,
): Response {
  return new Response(problemBody(kind, message, instance), {
    status: PROBLEM_KINDS[kind].status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(kind === 'not-signed-in' && { 'www-authenticate': 'Bearer realm="Atalaya"' }),
      ...headers,
    },
  });
}
