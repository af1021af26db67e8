/**
 * The objects of a STIX 2.1 file: of a bundle, of a list, or of lines that hold bundles or objects. Each is
 * held as its bytes until all are known, since objects refer to each other in any order: parsed, an object
 * of empty objects takes twenty times its length.
 */
import type { Place } from '../../domain/outcome.ts';
import { asUtf8, charsetOf } from '../charset.ts';
import { listBytes, listStart } from '../checks/json-list.ts';
import { type Peeked, peek } from '../chunks.ts';
import { splitLines } from '../lines.ts';
import type { Piece } from '../pieces.ts';
import { splitValues } from '../values.ts';
import { type Exchanged, isShallow, refusedAt, tooDeep } from './exchanged.ts';
import { jsonLine } from './json-line.ts';
import { fieldOf, isLoose, type Loose, textIn } from './loose.ts';
import { behind, withRest } from './rest.ts';

/** One object: its number in its bundle, or the line that it stands in alone, is the line of its place. */
export interface StixEntry {
  readonly place: Place;
  readonly id: string;
  readonly type: string;
  /** Its JSON, which `isLoose` and can be parsed. */
  readonly bytes: Uint8Array;
}

type Refused = Extract<Exchanged, { kind: 'refused' }>;

/** `type--UUID`; platforms write any UUID, so its version is not looked at. */
const ID = /^([a-z0-9][a-z0-9-]{1,248}[a-z0-9])--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HEAD_BYTES = 64 * 1024;
/** As for items of files. */
const MAX_OBJECT_BYTES = 16 * 1024 * 1024;
/** All objects of a file together. */
const MAX_HELD_BYTES = 256 * 1024 * 1024;
/** A file with more refused objects than this is no STIX file; its rest is not read. */
const MAX_REFUSED = 10_000;

/** The objects of `source` and what is none, in order; the end of it all, where limits are reached. */
export async function* stixObjects(
  file: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<StixEntry | Refused> {
  let [held, refused, given] = [0, 0, 0];
  for await (const one of objectsIn(file, source)) {
    given++;
    yield one;
    if ('bytes' in one) held += one.bytes.length;
    else refused++;
    if (held > MAX_HELD_BYTES) {
      const what = `holds more than ${MAX_HELD_BYTES} bytes of objects; the rest was not read: export it in several bundles.`;
      yield refusedAt({ file }, 'file-too-large', what);
      return;
    }
    if (refused > MAX_REFUSED) {
      const what = `holds more than ${MAX_REFUSED} objects that cannot be read; the rest was not read.`;
      yield refusedAt({ file }, 'damaged-record', what);
      return;
    }
  }
  if (given > 0) return;
  const what = 'holds no STIX object; check that the right file was saved.';
  yield refusedAt({ file }, 'empty-file', what);
}

async function* objectsIn(
  file: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<StixEntry | Refused> {
  const raw = await peek(source, HEAD_BYTES);
  const charset = charsetOf(raw.head.subarray(0, HEAD_BYTES), raw.whole);
  const stream = await peek(asUtf8(raw.chunks, charset), HEAD_BYTES);
  const head = stream.head.subarray(0, HEAD_BYTES);
  const start = listStart(head, ['objects']);
  if (isLines(head, stream)) {
    yield* valuesIn(file, splitLines(stream.chunks, MAX_OBJECT_BYTES));
  } else if (start < 0) {
    yield* valuesIn(file, splitValues(stream.chunks, MAX_OBJECT_BYTES));
  } else {
    const rest = withRest(stream.chunks);
    yield* membersIn(
      file,
      splitValues(rest.counted(listBytes(rest.source, start)), MAX_OBJECT_BYTES),
    );
    // A list that is cut off was refused. What follows one that is not closes the bundle; behind it
    // others may stand.
    if (rest.state.ended) return;
    const after = behind(rest, start, '{"objects":[]');
    yield* valuesIn(file, splitValues(after, MAX_OBJECT_BYTES));
  }
}

/** Whether the first line is a value of its own, and others follow. */
function isLines(head: Uint8Array, { whole }: Peeked): boolean {
  const text = Buffer.from(head)
    .toString()
    .replace(/^\ufeff/, '')
    .trimStart();
  const end = text.indexOf('\n');
  if (end < 0 || (whole && text.slice(end).trim() === '')) return false;
  return 'value' in jsonLine(Buffer.from(text.slice(0, end)));
}

/** Members of one list, each an object. */
async function* membersIn(
  file: string,
  batches: AsyncIterable<readonly Piece[]>,
): AsyncGenerator<StixEntry | Refused> {
  for await (const pieces of batches) {
    for (const piece of pieces) {
      const place = { file, line: piece.line };
      if (piece.kind === 'refused') {
        yield refusedAt(
          place,
          piece.reason,
          `holds what cannot be read: ${piece.detail}`,
          piece.value,
        );
        continue;
      }
      const read = jsonLine(piece.bytes);
      if ('wrong' in read) yield refusedAt(place, 'broken-json', read.wrong, read.text);
      else yield entryOf(read.value, place, piece.bytes);
    }
  }
}

/** Values, each an object, a bundle or a list of them. */
async function* valuesIn(
  file: string,
  batches: AsyncIterable<readonly Piece[]>,
): AsyncGenerator<StixEntry | Refused> {
  for await (const pieces of batches) {
    for (const piece of pieces) {
      const place = { file, line: piece.line };
      const members = piece.kind === 'item' ? bundled(piece.bytes) : undefined;
      if (members === undefined) yield* membersIn(file, once([piece]));
      else {
        for (const [at, one] of members.entries()) {
          const within = { ...place, line: at + 1 };
          if (isShallow(one)) yield entryOf(one, within, Buffer.from(JSON.stringify(one)));
          else yield tooDeep(within);
        }
      }
    }
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** The objects of a bundle (which may have none: STIX 2.1, section 8) or a list; absent for others. */
function bundled(bytes: Uint8Array): readonly unknown[] | undefined {
  const read = jsonLine(bytes);
  if ('wrong' in read) return undefined;
  const list = isLoose(read.value) ? fieldOf(read.value, 'objects') : read.value;
  if (Array.isArray(list)) return list;
  return isLoose(read.value) && fieldOf(read.value, 'type') === 'bundle' ? [] : undefined;
}

function entryOf(value: unknown, place: Place, bytes: Uint8Array): StixEntry | Refused {
  if (!isLoose(value)) {
    const what = 'is no object; a bundle holds objects alone.';
    return refusedAt(place, 'not-an-object', what, Buffer.from(bytes.subarray(0, 800)).toString());
  }
  const id = textIn(value, 'id');
  const type = textIn(value, 'type');
  if (id === undefined || type === undefined || ID.exec(id)?.[1] !== type) {
    const what =
      'has no type and id that belong together, as in "report--" with a UUID; it is no STIX 2.1 object.';
    return refusedAt(place, 'damaged-record', what, id ?? type);
  }
  if (!isShallow(value)) return tooDeep(place, id);
  return { place, id, type, bytes };
}

/** The object itself, parsed again. */
export function objectOf({ bytes }: StixEntry): Loose {
  const read = jsonLine(bytes);
  return 'value' in read && isLoose(read.value) ? read.value : {};
}
