// JSON that we ourselves have written: columns, arguments of what is said, what a form remembers. What comes from
// outside is parsed with zod at the door; what was written by our own code is read as what it was.

/**
 * What was written as a `T`, read back. Only for JSON that one place writes and a migration changes: nothing is
 * checked, for messages are read by the thousand.
 */
export function asWritten<T>(json: unknown): T {
  return json as T;
}

/** As a column of JSON takes it: without what is undefined, and with times in ISO. */
export function toJson(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
