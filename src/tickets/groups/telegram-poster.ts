// The poster with a client's link on its way to whoever wants to put it up.

import { InputFile } from 'grammy';
import { makePoster } from '../../platform/documents/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../../platform/outbox/index.ts';
import { factsOf, localeIn } from '../../platform/outbox/words.ts';
import type { PosterForm } from './invitation-service.ts';
import type { ClientRoomViews } from './room-views.ts';
import type { ClientService } from './service.ts';

export interface PosterPortDeps {
  readonly service: Pick<ClientService, 'view'>;
  readonly roomViews: Pick<ClientRoomViews, 'poster' | 'qrLink'>;
  readonly t: Translate;
}

/** Made of the link as it is when it leaves: a renewed one is on it. */
export function createPosterPort(
  { service, roomViews, t }: PosterPortDeps,
  form: PosterForm,
): MessagePort {
  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const args = message?.args ?? {};
    const locale = localeIn(args);
    const client = await service.view(factsOf<{ companyId: number }>(args).companyId);
    if (!client?.qrEnabled || client.endedAt) {
      return { status: 'drop', reason: 'nobody comes in by it' };
    }
    // On the wall it speaks the client's language; what is said beside it, that of whoever has asked.
    const bytes = await makePoster(roomViews.poster(client.locale, client), form);
    const file = new InputFile(bytes, `${t(locale, 'clients-poster-file')}.${form}`);
    const words = { name: client.name, link: roomViews.qrLink(client) };
    const payload = { ...targetIn(place), caption: t(locale, 'clients-poster-caption', words) };
    const call =
      form === 'png'
        ? { method: 'sendPhoto', payload: { ...payload, photo: file } }
        : { method: 'sendDocument', payload: { ...payload, document: file } };
    return { status: 'calls', calls: [{ ...call, repeatable: false }] };
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
