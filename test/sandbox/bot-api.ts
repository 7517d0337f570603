// Ways to talk to the sandbox's Bot API: grammY's typed one, and a bare one for what grammY would not send.
import { Api, GrammyError } from 'grammy';
import type { Sandbox } from '../../src/sandbox/index.ts';

export function apiOf(sandbox: Sandbox): Api {
  return new Api(sandbox.token, { apiRoot: sandbox.apiRoot });
}

export type Answer = {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
};

/** One call with any arguments at all. */
export async function callRaw(
  sandbox: Sandbox,
  method: string,
  payload: unknown = {},
  token = sandbox.token,
): Promise<Answer> {
  const response = await fetch(`${sandbox.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as Answer;
}

/** `400 Bad Request: …` of a call that must fail. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
  throw new Error('the call was expected to be refused');
}
