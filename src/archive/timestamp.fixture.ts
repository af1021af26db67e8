/** A stand-in for a time-stamping authority: well-formed answers, signed by nobody. */
import {
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  id_ct_tstInfo,
  PKIFreeText,
  PKIStatus,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TimeStampToken,
  TSTInfo,
  TSTInfoVersion,
} from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier, Name } from '@peculiar/asn1-x509';

export const STAMPED_AT = Date.UTC(2024, 8, 23, 14, 5, 6);

/** How the stand-in answers. */
export interface AnswerOptions {
  readonly status?: PKIStatus;
  readonly words?: string;
  readonly token?: 'none' | 'unsigned' | 'of-something-else';
  /** Changes what is stamped. */
  readonly change?: (info: TSTInfo) => void;
}

/** The answer to a request, as an authority would send it. */
export function answerTo(request: Uint8Array, options: AnswerOptions = {}): Uint8Array {
  const asked = AsnConvert.parse(new Uint8Array(request).buffer, TimeStampReq);
  const info = new TSTInfo({
    version: TSTInfoVersion.v1,
    policy: '1.3.6.1.4.1.32473.1',
    messageImprint: asked.messageImprint,
    serialNumber: new Uint8Array([7]).buffer,
    genTime: new Date(STAMPED_AT),
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
  });
  options.change?.(info);
  const { status = PKIStatus.granted, words, token } = options;
  const response = new TimeStampResp({
    status: new PKIStatusInfo({
      status,
      ...(words === undefined ? {} : { statusString: new PKIFreeText([words]) }),
    }),
    ...(token === 'none' ? {} : { timeStampToken: tokenOf(info, token) }),
  });
  return new Uint8Array(AsnConvert.serialize(response));
}

function tokenOf(info: TSTInfo, kind: AnswerOptions['token']): TimeStampToken {
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: kind === 'of-something-else' ? '1.2.840.113549.1.7.1' : id_ct_tstInfo,
      eContent: new EncapsulatedContent({ single: new OctetString(AsnConvert.serialize(info)) }),
    }),
  });
  if (kind !== 'unsigned') signed.signerInfos.push(signer());
  return new TimeStampToken({ contentType: id_signedData, content: AsnConvert.serialize(signed) });
}

function signer(): SignerInfo {
  const algorithm = new AlgorithmIdentifier({ algorithm: '2.16.840.1.101.3.4.2.1' });
  return new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer: new Name(),
        serialNumber: new Uint8Array([1]).buffer,
      }),
    }),
    digestAlgorithm: algorithm,
    signatureAlgorithm: algorithm,
    signature: new OctetString(new Uint8Array(8)),
  });
}
