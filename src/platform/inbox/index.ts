// The door of the inbox: updates are kept before they are confirmed, and handled in lanes.

export { createDispatcher, type Dispatcher } from './dispatcher.ts';
export { type ChatMessage, placeKey, type Threads } from './lane.ts';
export {
  createPoisonRepository,
  type PoisonedUpdate,
  type PoisonRepository,
} from './poison-repository.ts';
export { ALLOWED_UPDATES, createPoller, type Poller, type PollerDeps } from './poller.ts';
export {
  createInboxRepository,
  findWaitingAlbums,
  type StoredUpdate,
  settleCause,
  settleCauses,
} from './repository.ts';
export { forgetRequests } from './request-repository.ts';
