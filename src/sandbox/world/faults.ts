// Bad days on demand: calls that fail, answers that never come, connections that break.

/** What happens to a call instead of its answer. */
export type Fault =
  /** Refused with this; the call is not carried out. */
  | {
      readonly kind: 'error';
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    }
  /** The connection breaks before the call is carried out. */
  | { readonly kind: 'drop-before' }
  /** The call is carried out, and the connection breaks instead of its answer. */
  | { readonly kind: 'reset-after-accept' }
  /** Silence for `ms`, then the connection breaks; the call is not carried out. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** The call is carried out and answered, `ms` later. */
  | { readonly kind: 'latency'; readonly ms: number };

export type FaultRule = {
  readonly id: number;
  readonly fault: Fault;
  readonly method?: string;
  readonly chatId?: number;
  /** How many more calls it strikes; 'always' until it is cleared. */
  readonly times: number | 'always';
};

export type Faults = ReturnType<typeof createFaults>;

/** Rules by which calls fail, the oldest first. */
export function createFaults() {
  let rules: FaultRule[] = [];
  let lastId = 0;
  return {
    add(rule: Omit<FaultRule, 'id'>): FaultRule {
      lastId += 1;
      const added = { ...rule, id: lastId };
      rules.push(added);
      return added;
    },
    list: (): readonly FaultRule[] => rules,
    /** Ends one rule, or all of them. */
    clear(id?: number): void {
      rules = id === undefined ? [] : rules.filter((rule) => rule.id !== id);
    },
    /** The fault that strikes this call, if any; the first rule that fits is used up by one. */
    strike(method: string, chatId: number | null): Fault | null {
      const rule = rules.find(
        (candidate) =>
          (candidate.method === undefined || candidate.method === method) &&
          (candidate.chatId === undefined || candidate.chatId === chatId),
      );
      if (!rule) return null;
      rules = rules.flatMap((other) => (other === rule ? leftOf(rule) : [other]));
      return rule.fault;
    },
  };
}

function leftOf(rule: FaultRule): FaultRule[] {
  if (rule.times === 'always') return [rule];
  return rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
}
