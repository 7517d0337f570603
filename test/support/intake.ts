// Other systems at the door of the program: what they send, signed as they sign it.
import { signatureHeaders } from '../../src/platform/http/signature.ts';

export const SECRET = 'a-secret-of-the-marketplace';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export interface Sender {
  readonly address: string;
  readonly secret?: string;
  /** The sender's hour. */
  readonly now: () => Date;
}

type Headers = Response['headers'];

export type Signed = Readonly<Record<string, string>>;

/** Speaks to the intake at `address` as a system that knows the secret. */
export function createSender({ address, secret = SECRET, now }: Sender) {
  const sign = (body: string): Signed => signatureHeaders(body, secret, now());

  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: string,
    headers: Signed = sign(method === 'PATCH' ? `${path}${body}` : body),
  ): Promise<Answer> {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body }),
    });
    const text = await response.text();
    const read = text === '' ? {} : (JSON.parse(text) as Answer['body']);
    return { status: response.status, body: read, headers: response.headers };
  }

  return {
    sign,
    send,
    post: (path: string, body: unknown) => send('POST', path, JSON.stringify(body)),
    put: (path: string, body: unknown) => send('PUT', path, JSON.stringify(body)),
    patch: (path: string, body: unknown) => send('PATCH', path, JSON.stringify(body)),
    get: (path: string) => send('GET', path, '', sign(path)),
  };
}
