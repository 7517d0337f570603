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
  /** `error`: a word for programs, in small letters and dashes. */
  | { readonly status: 'refused'; readonly code: 403 | 404 | 409 | 429; readonly error: string }
  /** The cause had been settled before: this very request has had its effect. */
  | { readonly status: 'repeated' }
  /** It names what is not there: as clear as a field of the wrong shape, and answered so. */
  | { readonly status: 'misshapen'; readonly problems: readonly Problem[] };

export interface Problem {
  /** Where in the body, `products.3.url`; empty: the body itself. */
  readonly path: string;
  readonly rule: string;
}

/** One way of being answered, for the document. */
export interface DocumentedAnswer {
  readonly description: string;
  /** Of a success; a refusal always is `{error}`. */
  readonly shape?: z.ZodType;
  /** Of a refusal: the words that may stand in `error`. */
  readonly errors?: readonly string[];
}

interface Description {
  readonly method: 'POST' | 'PUT';
  readonly path: `/api/${string}`;
  /** Unique among all routes: `createLead`. */
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  /** Defaults to {@link USUAL_BODY_BYTES}. */
  readonly bodyBytes?: number;
  /** Beside the refusals that every route has. */
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
}

export interface IntakeRoute extends Description {
  readonly shape: z.ZodType;
  readonly receive: (body: unknown, cause: RequestCause) => Promise<IntakeAnswer>;
}

/** A route whose `take` is called with bodies of its shape alone. */
export function intakeRoute<Shape extends z.ZodType>(
  route: Description & {
    readonly shape: Shape;
    readonly take: (body: z.output<Shape>, cause: RequestCause) => Promise<IntakeAnswer>;
  },
): IntakeRoute {
  const { take, ...described } = route;
  return {
    ...described,
    async receive(body, cause) {
      const read = route.shape.safeParse(body);
      if (read.success) return await take(read.data, cause);
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
