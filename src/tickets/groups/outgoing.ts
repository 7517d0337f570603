// What is said about clients, by the names with which it is put into the outbox.

import type { Translate } from '../../platform/i18n.ts';
import { wordsInLanguagesPort } from '../../platform/outbox/in-languages.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import type { EnterOutcome } from './invitation-service.ts';
import type { LeftClients } from './leaver-service.ts';
import type { ClientRoomViews } from './room-views.ts';
import type { ClientService, ClientView } from './service.ts';
import type { ClientStaffViews } from './staff-views.ts';
import { createPosterPort } from './telegram-poster.ts';

export interface ClientOutgoingDeps {
  readonly service: Pick<ClientService, 'view'>;
  readonly views: ClientStaffViews;
  readonly roomViews: ClientRoomViews;
  readonly t: Translate;
}

type About = { readonly companyId: number };
type Connected = Omit<Parameters<ClientStaffViews['connected']>[1], 'name' | 'roomId'>;
type Refusal = Exclude<EnterOutcome['status'], 'coming' | 'repeated'>;

export function createClientOutgoing(
  deps: ClientOutgoingDeps,
): Readonly<Record<string, MessagePort>> {
  const { service, views, roomViews, t } = deps;
  const nameOf = (client: ClientView | null) => client?.name ?? '…';
  return {
    'clients-hello': wordsInLanguagesPort<About>(async (locale, { companyId }) => {
      const client = await service.view(companyId);
      return client ? roomViews.hello(locale, client) : { text: '' };
    }),
    'clients-yours': wordsPort<About>(async (locale, { companyId }) => ({
      text: t(locale, 'clients-yours', { name: nameOf(await service.view(companyId)) }),
    })),
    'clients-left': wordsPort<LeftClients>(async (locale, { former, companyIds }) => {
      const found = await Promise.all(companyIds.map((id) => service.view(id)));
      const left = found.filter((client) => client !== null);
      return views.left(locale, former, left);
    }),
    'clients-connected': wordsPort<About & Connected>(async (locale, { companyId, ...facts }) => {
      const client = await service.view(companyId);
      const about = { name: nameOf(client), roomId: client?.roomId ?? null };
      return views.connected(locale, { ...facts, ...about });
    }),
    'clients-entered': wordsPort<About & { status: Refusal }>(
      async (locale, { companyId, status }) =>
        roomViews.entered(locale, status, nameOf(await service.view(companyId))),
    ),
    'clients-poster-png': createPosterPort(deps, 'png'),
    'clients-poster-pdf': createPosterPort(deps, 'pdf'),
  };
}
