// What is said about a lead in its room, in the languages of the room.

import { wordsInLanguagesPort } from '../../platform/outbox/in-languages.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { parseDestination } from '../../platform/outbox/message.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { About, AboutLead } from './about.ts';
import type { LeadOutgoingDeps } from './deps.ts';

type Deps = Pick<LeadOutgoingDeps, 't' | 'views' | 'sellers' | 'database' | 'keepSaid'>;

export function inRooms(deps: Deps, about: AboutLead): Record<string, MessagePort> {
  const { t, views, sellers, database } = deps;
  return {
    'lead-hello': wordsInLanguagesPort<About>(
      about((locale, { product, seller, lead }, _facts) => {
        const names = { product: product.name, exporter: plainName(seller.name, '') };
        const hello = t(locale, 'lead-hello', { ...names, importer: views.who({ lead }) });
        const wants = lead.request ? [t(locale, 'lead-wants', { text: lead.request })] : [];
        return { text: [hello, ...wants].join('\n\n') };
      }),
    ),
    'lead-request': wordsInLanguagesPort<About>(
      about((locale, { lead }) => ({
        text: t(locale, 'lead-request', { name: views.who({ lead }), text: lead.request ?? '' }),
      })),
    ),
    'lead-answer': answerPort(deps),
    'lead-stage': wordsInLanguagesPort<{ key: string }>(async (locale, { key }) => {
      const stages = await sellers.stages(database.prisma);
      const name = stages.find((stage) => stage.key === key)?.names[locale] ?? key;
      return { text: t(locale, 'lead-stage-set', { name }) };
    }),
    'lead-merged': wordsInLanguagesPort((locale) => ({ text: t(locale, 'lead-merged') })),
  };
}

interface Answer {
  readonly text: string;
  readonly name: string;
  readonly company: string;
  readonly by: 'exporter' | 'staff';
  /** Of answers that have waited since before it was told: none. */
  readonly personId?: number | null;
}

function answerPort({ t, keepSaid }: Pick<Deps, 't' | 'keepSaid'>): MessagePort {
  const port = wordsInLanguagesPort<Answer>((locale, { text, name, company, by }) => {
    const names = { name: plainName(name, ''), company: plainName(company, '') };
    return { text: `${t(locale, `lead-answer-by-${by}`, names)}\n\n${text}` };
  });
  return {
    ...port,
    async settled(tx, settled) {
      for (const { message, settlement } of settled) {
        const [messageId] = settlement.status === 'sent' ? settlement.messageIds : [];
        if (settlement.status !== 'sent' || messageId === undefined) continue;
        const { text, name: author, by, personId = null } = factsOf<Answer>(message.args);
        const at = {
          roomId: parseDestination(message.destination).id,
          chatId: settlement.chatId,
          messageId,
        };
        const role = by === 'staff' ? 'manager' : 'exporter';
        await keepSaid(tx, { ...at, personId, author, role, text });
      }
    },
  };
}
