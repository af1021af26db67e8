/**
 * Time stamps of RFC 3161: an authority that knows nothing of the desk signs that a digest existed at
 * a time. Asked of the chain's head, it vouches for the whole archive before it. Checked here is what the
 * standard bids the asker check (section 2.2): that it was granted, for this digest and this nonce. The
 * signature itself is judged by whoever trusts the authority, with its certificate:
 * `openssl ts -verify -digest <head> -in <n>.tsr -CAfile authority.pem`.
 */
import { type ContentInfo, id_signedData, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  id_ct_tstInfo,
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampReqVersion,
  TimeStampResp,
  TSTInfo,
} from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { Digest } from '../domain/ids.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
/** An answer with a chain of certificates has a few KiB. */
const MOST_ANSWER_BYTES = 1024 * 1024;

/** What a granted stamp says. */
export interface TimeStamp {
  /** Milliseconds since the epoch, as the authority states it. */
  readonly at: number;
  /** The digest that it is of. */
  readonly imprint: Digest;
  /** Hex; absent where there is none. */
  readonly nonce: string | undefined;
  /** The authority's number for this stamp, hex. */
  readonly serial: string;
  /** The object identifier of the policy that it was made under. */
  readonly policy: string;
}

export type StampAnswer =
  | { readonly ok: true; readonly stamp: TimeStamp }
  | { readonly ok: false; readonly reason: string };

/** The DER bytes of a request, media type `application/timestamp-query`. `nonce`: 8 to 20 random bytes. */
export function stampRequest(digest: Digest, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
      hashedMessage: new OctetString(Buffer.from(digest, 'hex')),
    }),
    nonce: exactly(derInteger(nonce)),
    // Without the certificate in it a stamp cannot be checked in ten years.
    certReq: true,
  });
  return new Uint8Array(AsnConvert.serialize(request));
}

/** Reads an answer and holds it against what was asked. Total: whatever the bytes are. */
export function checkStamp(
  answer: Uint8Array,
  asked: { readonly digest: Digest; readonly nonce: Uint8Array },
): StampAnswer {
  const read = readStamp(answer);
  if (!read.ok) return read;
  const { stamp } = read;
  if (stamp.imprint !== asked.digest) {
    return refused(`the stamp is of ${stamp.imprint}, asked was ${asked.digest}`);
  }
  const nonce = hexOf(derInteger(asked.nonce));
  if (stamp.nonce !== nonce) {
    return refused(`the stamp has the nonce ${stamp.nonce ?? '(none)'}, asked was ${nonce}`);
  }
  return read;
}

/** Reads an answer: what it stamps and when, or why it is none. */
export function readStamp(answer: Uint8Array): StampAnswer {
  if (answer.byteLength === 0) return refused('the answer is empty');
  if (answer.byteLength > MOST_ANSWER_BYTES) {
    return refused(
      `the answer has ${answer.byteLength} bytes, at most ${MOST_ANSWER_BYTES} are read`,
    );
  }
  try {
    return readGranted(AsnConvert.parse(exactly(answer), TimeStampResp));
  } catch (error) {
    return refused(`the answer is no RFC 3161 answer (${messageOf(error)})`);
  }
}

function readGranted({ status, timeStampToken: token }: TimeStampResp): StampAnswer {
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    const words = [...(status.statusString ?? [])].join(' ').slice(0, 200);
    const name = PKIStatus[status.status] ?? `status ${status.status}`;
    return refused(`the authority did not grant it: ${name}${words === '' ? '' : ` (${words})`}`);
  }
  if (token === undefined) return refused('the answer is granted, but holds no stamp');
  const info = infoOf(token);
  if (info === undefined) return refused('the stamp is no signed time-stamp token');
  const { messageImprint, nonce, serialNumber, genTime, policy } = info;
  if (messageImprint.hashAlgorithm.algorithm !== SHA256) {
    return refused(`the stamp is over ${messageImprint.hashAlgorithm.algorithm}, not over SHA-256`);
  }
  if (Number.isNaN(genTime.getTime())) return refused('the stamp states no time');
  const imprint = hexOf(new Uint8Array(messageImprint.hashedMessage.buffer)) as Digest;
  const stamp = {
    at: genTime.getTime(),
    imprint,
    nonce: nonce === undefined ? undefined : hexOf(new Uint8Array(nonce)),
    serial: hexOf(new Uint8Array(serialNumber)),
    policy,
  };
  return { ok: true, stamp };
}

function infoOf(token: ContentInfo): TSTInfo | undefined {
  if (token.contentType !== id_signedData) return undefined;
  const { encapContentInfo, signerInfos } = AsnConvert.parse(token.content, SignedData);
  const content = encapContentInfo.eContent?.single;
  if (encapContentInfo.eContentType !== id_ct_tstInfo || content === undefined) return undefined;
  return signerInfos.length === 0 ? undefined : AsnConvert.parse(content.buffer, TSTInfo);
}

/** The bytes of a positive INTEGER in DER: as few as do, the first bit never set. */
function derInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const least = first < 0 ? new Uint8Array(1) : bytes.subarray(first);
  return least[0]! < 0x80 ? least : Buffer.concat([Buffer.alloc(1), least]);
}

const refused = (reason: string): StampAnswer => ({ ok: false, reason });

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : String(error);

/** A buffer of exactly these bytes: a view's own buffer may hold others beside them. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
