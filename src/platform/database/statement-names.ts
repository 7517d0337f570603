// Names for statements. What has a name is read and planned once on each connection; what has none, at
// every call, and that costs the database more than running it.

export type StatementNames = (query: { readonly sql: string }) => string;

/** A connection keeps what has a name for as long as it lives; statements beyond go without. */
const MOST = 500;

/** The same name for the same text; an empty one when there are already `MOST`. */
export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST) return '';
    const name = `s${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
