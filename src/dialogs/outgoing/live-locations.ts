// A live location moves on the other side as well: drawn from where it is when there is time for it, so
// that any number of steps is one.

import type { ApiCall, ProjectionPort } from '../../platform/outbox/index.ts';
import type { LocationContent } from '../content.ts';
import type { MessageRepository } from '../message-repository.ts';
import { LIVE_LOCATION } from '../verbs/edit-message.ts';
import type { ShownCopy, VersionRepository } from '../version-repository.ts';

export interface LiveLocationDeps {
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly versions: Pick<VersionRepository, 'listShown'>;
}

/** What was not sent yet is sent from where it is then, and nothing is to be moved. */
export function createLiveLocations({
  messages,
  versions,
}: LiveLocationDeps): Record<string, ProjectionPort> {
  const port: ProjectionPort = {
    rank: 'adornment',
    async render(jobs) {
      const ids = jobs.map(({ subjectId }) => subjectId);
      const [kept, copies] = await Promise.all([messages.list(ids), versions.listShown(ids)]);
      return jobs.map(({ subjectId, place }) => {
        const content = kept.get(subjectId)?.content;
        const copy = copies.find(
          ({ sourceId, chatId }) => sourceId === subjectId && chatId === place.chatId,
        );
        const isLive = content?.kind === 'location' && content.liveUntil !== undefined;
        return copy && isLive ? moveCall(content, copy) : null;
      });
    },
  };
  return { [LIVE_LOCATION]: port };
}

/** To where it is now. */
function moveCall(
  { latitude, longitude, accuracy, heading }: LocationContent,
  { chatId, messageId }: Pick<ShownCopy, 'chatId' | 'messageId'>,
): ApiCall {
  const payload = {
    chat_id: chatId,
    message_id: messageId,
    latitude,
    longitude,
    ...(accuracy === undefined ? {} : { horizontal_accuracy: accuracy }),
    ...(heading ? { heading } : {}),
  };
  return { method: 'editMessageLiveLocation', payload, repeatable: true };
}

/** It stays where it was last. */
export function endCalls(content: LocationContent, copy: ShownCopy): ApiCall[] {
  const payload = { chat_id: copy.chatId, message_id: copy.messageId };
  return [
    moveCall(content, copy),
    { method: 'stopMessageLiveLocation', payload, repeatable: true },
  ];
}
