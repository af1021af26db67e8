import { OctetString } from '@peculiar/asn1-schema';
import { PKIStatus } from '@peculiar/asn1-tsp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digest, digestOf } from '../domain/ids.ts';
import { type AnswerOptions, answerTo, STAMPED_AT } from './timestamp.fixture.ts';
import { checkStamp, readStamp, stampRequest } from './timestamp.ts';

const DIGEST = digestOf('the head of a chain');
const NONCE = Uint8Array.from([0x8f, 1, 2, 3, 4, 5, 6, 7]);

const answered = (options: AnswerOptions = {}, nonce = NONCE): ReturnType<typeof checkStamp> =>
  checkStamp(answerTo(stampRequest(DIGEST, nonce), options), { digest: DIGEST, nonce });

describe('stampRequest', () => {
  it('is the DER that RFC 3161 describes', () => {
    expect(Buffer.from(stampRequest(DIGEST, NONCE)).toString('hex')).toBe(
      `3044020101${'3031300d060960864801650304020105000420'}${DIGEST}${'0209008f01020304050607'}0101ff`,
    );
  });
});

describe('checkStamp', () => {
  it('reads what was granted', () => {
    expect(answered()).toEqual({
      ok: true,
      stamp: {
        at: STAMPED_AT,
        imprint: DIGEST,
        nonce: '008f01020304050607',
        serial: '07',
        policy: '1.3.6.1.4.1.32473.1',
      },
    });
    expect(answered({ status: PKIStatus.grantedWithMods })).toMatchObject({ ok: true });
  });

  it('takes any nonce, as the integer that it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (nonce) => {
        expect(answered({}, nonce)).toMatchObject({ ok: true });
      }),
    );
  });

  it('refuses a stamp of something else, of another asking, or of none', () => {
    for (const [options, reason] of [
      [
        {
          change: (info) => {
            info.messageImprint.hashedMessage = new OctetString(
              Buffer.from(digestOf('other'), 'hex'),
            );
          },
        },
        `the stamp is of ${digestOf('other')}, asked was ${DIGEST}`,
      ],
      [
        {
          change: (info) => {
            info.nonce = new Uint8Array([9]).buffer;
          },
        },
        'the stamp has the nonce 09, asked was 008f01020304050607',
      ],
      [
        {
          change: (info) => {
            delete info.nonce;
          },
        },
        'the stamp has the nonce (none), asked was 008f01020304050607',
      ],
      [
        {
          change: (info) => {
            info.messageImprint.hashAlgorithm.algorithm = '1.3.14.3.2.26';
          },
        },
        'the stamp is over 1.3.14.3.2.26, not over SHA-256',
      ],
      [
        { status: PKIStatus.rejection, words: 'too many requests', token: 'none' },
        'the authority did not grant it: rejection (too many requests)',
      ],
      [{ status: PKIStatus.waiting }, 'the authority did not grant it: waiting'],
      [{ token: 'none' }, 'the answer is granted, but holds no stamp'],
      [{ token: 'unsigned' }, 'the stamp is no signed time-stamp token'],
      [{ token: 'of-something-else' }, 'the stamp is no signed time-stamp token'],
    ] as readonly [AnswerOptions, string][]) {
      expect(answered(options)).toEqual({ ok: false, reason });
    }
  });

  it('reads any bytes without a throw, and grants no changed answer for another digest', () => {
    const sound = answerTo(stampRequest(DIGEST, NONCE));
    const other = digestOf('other') as Digest;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.nat(sound.length).map((cut) => sound.subarray(0, cut)),
          fc.tuple(fc.nat(sound.length - 1), fc.nat(255)).map(([at, byte]) => {
            const changed = Uint8Array.from(sound);
            changed[at] = byte;
            return changed;
          }),
        ),
        (bytes) => {
          expect(checkStamp(bytes, { digest: other, nonce: NONCE }).ok).toBe(false);
        },
      ),
    );
    expect(readStamp(new Uint8Array())).toEqual({ ok: false, reason: 'the answer is empty' });
    expect(readStamp(Buffer.from('<html>')).ok).toBe(false);
    expect(readStamp(new Uint8Array(2_000_000))).toMatchObject({
      reason: 'the answer has 2000000 bytes, at most 1048576 are read',
    });
  });
});
