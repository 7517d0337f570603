// The buttons under a list of tickets: the id is the page, from 1, the revision the question, packed.

import { defineChoice } from '../../../platform/telegram/callback-data.ts';

/** What stands under the list: its pages, or the options of one filter. */
export const LIST_MENUS = [
  'pages',
  'status',
  'urgency',
  'type',
  'company',
  'staff',
  'period',
] as const;
export type ListMenu = (typeof LIST_MENUS)[number];

export const listButton = defineChoice('tickets', LIST_MENUS);
