// The only dice of the program. All of them come from the operating system's generator: what looks
// harmless today (a jitter) sits beside what must not be guessed (a code, a link).
import { randomBytes, randomInt } from 'node:crypto';

/** An unguessable word of `bytes` random bytes in base64url (16 bytes are 22 characters). */
export function token(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** `count` decimal digits, each as likely as any other; leading zeroes are kept. */
export function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}

/** A whole number of milliseconds between 0 and `ms`, both included, to spread repeated attempts. */
export function jitter(ms: number): number {
  return randomInt(Math.max(0, Math.floor(ms)) + 1);
}
