// The door of the inbox: updates are kept before they are confirmed, and handled in lanes.

export { ALLOWED_UPDATES, createPoller, type Poller, type PollerDeps } from './poller.ts';
export { createDispatcher, type Dispatcher } from './dispatcher.ts';
export { createInboxRepository, settleCause, settleCauses, type StoredUpdate } from './repository.ts';
