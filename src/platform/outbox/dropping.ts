// What waited to be said and need not be said any more is left out when it is about to leave.

import type { JsonObject } from './message.ts';
import type { MessageJob, MessagePort, Rendered } from './ports.ts';

/**
 * The port, without those of its messages for which there is a reason; the reason is kept with the row. For
 * messages that leave alone.
 */
export function dropping(
  port: MessagePort,
  reasonOf: (args: JsonObject) => Promise<string | null>,
): MessagePort {
  async function renderOne(job: MessageJob): Promise<Rendered> {
    const reason = await reasonOf(job.messages[0]?.args ?? {});
    const [rendered] = reason === null ? await port.render([job]) : [];
    return rendered ?? { status: 'drop', reason: reason ?? '' };
  }
  return { ...port, render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
