// In which chats something waits, kept in memory: what is said where nothing does costs no statement. It may know of
// too many, never of too few.

export type OpenChats = ReturnType<typeof createOpenChats>;

export function createOpenChats() {
  /** Null: not known yet. */
  let open: ReadonlySet<number> | null = null;
  let added = new Set<number>();

  /** Before it is written, and again after the commit. */
  function add(chatId: number): void {
    added.add(chatId);
  }

  /** Reads them anew; what is added meanwhile stays. */
  async function refresh<T extends { readonly chatIds: readonly number[] }>(
    read: () => Promise<T>,
  ): Promise<T> {
    added = new Set();
    const found = await read();
    open = new Set(found.chatIds);
    return found;
  }

  return { add, refresh, has: (chatId: number) => !open || open.has(chatId) || added.has(chatId) };
}
