// What happens to an escrow, by the names it has in the log of events of its room.

import type { MoveKind } from './rules.ts';

/** `propose` is how it begins. */
export type Deed = MoveKind | 'propose';

/** Every type begins with «escrow-», by which the log of one is found. */
export const EVENT_OF: Readonly<Record<Deed, `escrow-${string}`>> = {
  propose: 'escrow-proposed',
  agree: 'escrow-agreed',
  'change-terms': 'escrow-terms-changed',
  cancel: 'escrow-cancelled',
  'report-payment': 'escrow-payment-reported',
  'confirm-funding': 'escrow-funded',
  'deny-payment': 'escrow-payment-denied',
  'stage-done': 'escrow-stage-done',
  'confirm-stage': 'escrow-stage-confirmed',
  'return-stage': 'escrow-stage-returned',
  'release-stage': 'escrow-stage-released',
  'ask-cancel': 'escrow-parting-asked',
  'ask-change': 'escrow-change-asked',
  accept: 'escrow-accepted',
  decline: 'escrow-declined',
  withdraw: 'escrow-withdrawn',
  dismiss: 'escrow-dismissed',
  dispute: 'escrow-disputed',
  'resolve-continue': 'escrow-continued',
  'resolve-release': 'escrow-release-decided',
  'resolve-refund': 'escrow-refund-decided',
  reconsider: 'escrow-reconsidered',
  settle: 'escrow-settled',
};
