// What is said about desks, as it is true when it is sent.

import type { Database } from '../platform/database/index.ts';
import type { Translate } from '../platform/i18n.ts';
import type { MessagePort } from '../platform/outbox/index.ts';
import { wordsPort } from '../platform/outbox/words.ts';
import type { HeaderLine } from './header.ts';
import { type DeskKindName, kindOf } from './kinds/kinds.ts';
import type { DeskNeed } from './needs.ts';
import type { DeskRepository } from './repository.ts';
import type { Standing } from './set-up.ts';
import type { createDeskSettings } from './settings-service.ts';
import type { SettingsViews } from './settings-views.ts';
import type { DeskViews } from './views.ts';

export interface DeskOutgoingDeps {
  readonly database: Database;
  readonly repository: DeskRepository;
  readonly views: DeskViews;
  readonly deskSettings: Pick<ReturnType<typeof createDeskSettings>, 'settingsOf'>;
  readonly settingsViews: SettingsViews;
  readonly t: Translate;
}

interface TroubleFacts {
  readonly title: string;
  readonly kind?: DeskKindName;
  readonly what: string;
}

type RestoredFacts = Omit<TroubleFacts, 'what'>;

interface ChannelFacts {
  readonly title: string;
  readonly missing: readonly DeskNeed[];
}

interface HeaderFacts {
  readonly channel: string | null;
  readonly status: string | null;
  readonly lines: readonly HeaderLine[] | null;
}

/** The messages about desks, by the names with which they are put into the outbox. */
export function createDeskOutgoing(deps: DeskOutgoingDeps): Readonly<Record<string, MessagePort>> {
  const { database, repository, views, deskSettings, settingsViews, t } = deps;
  const { prisma } = database;

  return {
    'desk-set-up': wordsPort<Standing>((locale, outcome) => views.setUp(locale, outcome)),
    'desk-trouble': wordsPort<TroubleFacts>((locale, facts) => ({
      text: views.trouble(locale, facts),
    })),
    'desk-restored': wordsPort<RestoredFacts>((locale, { title, kind = 'forum' }) => ({
      text: t(locale, kindOf(kind).hasTopics ? 'desk-restored' : 'channel-restored', { title }),
    })),
    'desk-steps': wordsPort(async (locale) => {
      const [desk = null] = await repository.list(prisma);
      return views.steps(locale, desk, await repository.findAdoptedGroup(prisma));
    }),
    'desk-staff-start': wordsPort((locale) => ({ text: t(locale, 'desk-staff-start') })),
    'desk-channel': wordsPort<ChannelFacts>((locale, { title, missing }) => ({
      text: views.channelSteps(locale, title, missing),
    })),
    ...namingPorts(deps),
    'desk-header': wordsPort<{ readonly deskId: number }>(async (locale, { deskId }) => {
      const rules = await repository.listHeaderRules(prisma);
      return {
        text: views.header(
          locale,
          rules.filter((rule) => rule.deskId === deskId),
        ),
      };
    }),
    'desk-settings': wordsPort<{ readonly deskId: number }>(async (locale, { deskId }) =>
      settingsViews.settings(locale, deskId, await deskSettings.settingsOf(deskId)),
    ),
    'desk-header-set': wordsPort<HeaderFacts>((locale, { lines, ...scope }) => ({
      text: views.headerSet(locale, scope, lines),
    })),
  };
}

/** What was changed about how a desk is found. */
function namingPorts({ views, t }: DeskOutgoingDeps): Readonly<Record<string, MessagePort>> {
  return {
    'desk-name': wordsPort<{ readonly name: string; readonly deskId: number }>((locale, facts) => ({
      text: views.named(locale, facts),
    })),
    'desk-default': wordsPort((locale) => ({ text: t(locale, 'desk-default') })),
    'desk-route': wordsPort<{ readonly channel: string }>((locale, { channel }) => ({
      text: t(locale, 'desk-route', { channel: t(locale, `channel-${channel}`) }),
    })),
    'desk-language': wordsPort((locale) => ({ text: t(locale, 'desk-language') })),
  };
}
