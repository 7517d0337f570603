// Ports of several rooms in one table. A name that two rooms have taken would silently belong to the
// second of them, so that it ends the start of the program instead.

/** @throws if two tables have the same name */
export function joinPorts<Port>(
  ...tables: readonly Readonly<Record<string, Port>>[]
): Readonly<Record<string, Port>> {
  const joined = new Map<string, Port>();
  for (const [name, port] of tables.flatMap((table) => Object.entries(table))) {
    if (joined.has(name)) throw new Error(`two rooms name a port ${name}`);
    joined.set(name, port);
  }
  return Object.fromEntries(joined);
}
