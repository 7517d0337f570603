// Expected outcomes are values; what is thrown is breakage, which is logged, and never shown to people.
import { redactSecrets, safeMessage } from './redact.ts';

/** Ends a switch over a union: a new member without a branch no longer compiles. */
export function exhausted(value: never): never {
  throw new Error(`a case was forgotten: ${String(value)}`);
}

/** What to note of anything that was thrown: one line without tokens or a query's arguments. */
export function errorMessage(error: unknown): string {
  return redactSecrets(error instanceof Error ? safeMessage(error) : String(error));
}
