// Who may speak to the intake: whoever knows the secret, about this very body, within five minutes. The
// same request a second time is recognised by its signature, which the verb keeps with its effect.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const TIMESTAMP_HEADER = 'x-deskroom-timestamp';
export const SIGNATURE_HEADER = 'x-deskroom-signature';

/** How far the sender's clock and ours may be apart, the way of the request included. */
const PATIENCE_SECONDS = 300;

/** Why a request is not believed; the caller reads the code. */
export type SignatureRefusal =
  | 'signature-missing'
  | 'signature-wrong'
  | 'signature-old'
  | 'signature-used';

export type ClaimedSignature = {
  readonly status: 'claimed';
  /** As it was written: it is part of what is signed. */
  readonly timestamp: string;
  readonly mac: Buffer;
};

export type Refused = { readonly status: 'refused'; readonly error: SignatureRefusal };

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a request claims, before its body is read: a stranger's body need not be. */
export function readSignature(headers: Headers, now: Date): ClaimedSignature | Refused {
  const timestamp = headers[TIMESTAMP_HEADER];
  const signature = headers[SIGNATURE_HEADER];
  if (!timestamp || !signature) return refused('signature-missing');
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
    return refused('signature-wrong');
  }
  const hex = typeof signature === 'string' && /^sha256=([0-9a-f]{64})$/i.exec(signature)?.[1];
  if (!hex) return refused('signature-wrong');
  const age = now.getTime() / 1_000 - Number(timestamp);
  if (Math.abs(age) > PATIENCE_SECONDS) return refused('signature-old');
  return { status: 'claimed', timestamp, mac: Buffer.from(hex, 'hex') };
}

/** Whether the claim holds for this body, and by which name the request is known from then on. */
export function checkSignature(
  { timestamp, mac }: ClaimedSignature,
  body: Buffer,
  secret: string,
): { readonly status: 'good'; readonly requestId: string } | Refused {
  if (!timingSafeEqual(mac, macOf(timestamp, body, secret))) return refused('signature-wrong');
  // Of the code itself, not of how it was written: large and small letters are the same signature.
  return { status: 'good', requestId: createHash('sha256').update(mac).digest('hex') };
}

/** The headers of a request with this body, as any sender makes them. `now`: the sender's hour. */
export function signatureHeaders(body: string | Buffer, secret: string, now: Date) {
  const timestamp = Math.floor(now.getTime() / 1_000).toString();
  return {
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: `sha256=${macOf(timestamp, body, secret).toString('hex')}`,
  };
}

function macOf(timestamp: string, body: string | Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
}

function refused(error: SignatureRefusal): Refused {
  return { status: 'refused', error };
}
