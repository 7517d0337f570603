// What a feature says of a request it takes from outside: its shape, what becomes of it, and how it may
// be answered. The same words make the check and the document.
import type { z } from 'zod';
import type { RequestCause } from '../cause.ts';

/** Bodies of single things; longer ones are refused before they are read. */
export const USUAL_BODY_BYTES = 64 * 1_024;

/** Bodies of lists. */
export const BULK_BODY_BYTES = 2 ** 20;

export type IntakeAnswer =
  /** It is committed: only then is it answered so. */
  | {
      readonly status: 'taken';
      readonly code: 200 | 201 | 202;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | {
      readonly status: 'refused';
      readonly code: 403 | 404 | 409 | 429;
      /** A word for programs, in small letters and dashes. */
      readonly error: string;
      /** What is so instead: it stands beside `error`. */
      readonly facts?: Readonly<Record<string, unknown>>;
    }
  /** The cause had been settled before: this very request has had its effect. */
  | { readonly status: 'repeated' }
  /** It names what is not there: as clear as a field of the wrong shape, and answered so. */
  | { readonly status: 'misshapen'; readonly problems: readonly Problem[] };

/** What stands in an address at the places that a path leaves open, by their names. */
export type Named = Readonly<Record<string, string>>;

export interface Problem {
  /** Where in the body, `products.3.url`, or in the query; empty: the body itself. */
  readonly path: string;
  readonly rule: string;
}

/** One way of being answered, for the document. */
export interface DocumentedAnswer {
  readonly description: string;
  /** Of a success; of a refusal, which always has `{error}`, the facts beside it. */
  readonly shape?: z.ZodType;
  /** Of a refusal: the words that may stand in `error`. */
  readonly errors?: readonly string[];
}

/** A request of ours to another system, signed as its own are, for the document. */
export interface DocumentedWebhook {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly shape: z.ZodType;
}

/** The settings that hold what senders sign with: one that is known to a shop opens no other door. */
export type SecretName = 'INTAKE_SECRET' | 'TRACKER_SECRET';

interface Description {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** `{number}` leaves a place open. */
  readonly path: `/api/${string}`;
  /** Unique among all routes: `createLead`. */
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  /** What it is signed with; `INTAKE_SECRET` unless told otherwise. */
  readonly secret?: SecretName;
  /** Defaults to {@link USUAL_BODY_BYTES}. */
  readonly bodyBytes?: number;
  /** Beside the refusals that every route has. */
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
  /** What we tell the caller's system of the same things, unasked. */
  readonly told?: DocumentedWebhook;
}

export interface IntakeRoute extends Description {
  /** Of the body; of GET, which has none, of the query. */
  readonly shape: z.ZodType;
  readonly receive: (given: unknown, cause: RequestCause, named: Named) => Promise<IntakeAnswer>;
}

/**
 * Whether the address, with its query, is signed before the body: where it says what is meant, the same body is no
 * longer the same request.
 */
export function signsAddress({ method }: Pick<Description, 'method'>): boolean {
  return method === 'GET' || method === 'PATCH';
}

export function secretOf({ secret = 'INTAKE_SECRET' }: Pick<Description, 'secret'>): SecretName {
  return secret;
}

/** A route whose `take` is called with bodies (or queries) of its shape alone. */
export function intakeRoute<Shape extends z.ZodType>(
  route: Description & {
    readonly shape: Shape;
    readonly take: (
      given: z.output<Shape>,
      cause: RequestCause,
      named: Named,
    ) => Promise<IntakeAnswer>;
  },
): IntakeRoute {
  const { take, ...described } = route;
  return {
    ...described,
    async receive(given, cause, named) {
      const read = route.shape.safeParse(given);
      if (read.success) return await take(read.data, cause, named);
      return { status: 'misshapen', problems: read.error.issues.flatMap(toProblems) };
    },
  };
}

/** A field nobody knows is named as if it stood where it stands. */
function toProblems({ path, message, ...issue }: z.core.$ZodIssue): Problem[] {
  const at = (...more: readonly string[]) => [...path.map(String), ...more].join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path: at(), rule: message }];
  return issue.keys.map((key) => ({ path: at(key), rule: 'is not a field of this request' }));
}
