// The kinds of failure. Expected outcomes are values; what is thrown is either a refusal that the
// person may read (UserError) or breakage, which is logged whole and answered with one neutral line.
import { redactSecrets, safeMessage } from './redact.ts';

export type UserErrorDetails = { readonly [name: string]: string | number };

/**
 * A refusal deep in a call. `code` names it to the feature's words (a locale key is built from it),
 * `details` are the arguments of that sentence. The message is for logs and never shown.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly details: UserErrorDetails;

  constructor(code: string, details: UserErrorDetails = {}) {
    super(`refused: ${code}`);
    this.code = code;
    this.details = details;
  }
}

/** Ends a switch over a union: a new member without a branch no longer compiles. */
export function exhausted(value: never): never {
  throw new Error(`a case was forgotten: ${String(value)}`);
}

/** What to note of anything that was thrown: one line without tokens or a query's arguments. */
export function errorMessage(error: unknown): string {
  return redactSecrets(error instanceof Error ? safeMessage(error) : String(error));
}
