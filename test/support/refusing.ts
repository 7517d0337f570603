// Telegram refuses: the next call that fits, or all of them, until the faults are cleared.
import type { Company } from './desk.ts';

export interface Refused {
  readonly chatId?: number;
  readonly method?: string;
  /** Once, unless told. */
  readonly times?: number | 'always';
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Has the company's Telegram answer so, in its own words. */
export function refusing({ control }: Pick<Company, 'control'>) {
  return async (code: number, description: string, { parameters, ...which }: Refused = {}) => {
    const fault = { kind: 'error', error_code: code, description } as const;
    await control.fail({ fault: { ...fault, ...(parameters ? { parameters } : {}) }, ...which });
  };
}

/** The code and the words of most refusals. */
export function bad(words: string): [code: number, description: string] {
  return [400, `Bad Request: ${words}`];
}
