// What is told of a lack is told only while something is lacking.

import type { JsonObject, MessageJob, MessagePort, Rendered } from '../platform/outbox/index.ts';
import { factsOf } from '../platform/outbox/words.ts';
import type { Lack } from './stock.ts';

/** What was put off until the morning is said if it is still so. */
export function unlessMended<Facts extends JsonObject>(
  port: MessagePort,
  lacksIn: (facts: Facts) => Promise<readonly Lack[]>,
): MessagePort {
  async function renderOne(job: MessageJob): Promise<Rendered> {
    const lacks = await lacksIn(factsOf<Facts>(job.messages[0]?.args ?? {}));
    if (lacks.length === 0) return { status: 'drop', reason: 'it is mended' };
    const [rendered] = await port.render([job]);
    return rendered ?? { status: 'drop', reason: 'there is nothing to say' };
  }
  return { ...port, render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
