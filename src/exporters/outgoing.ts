// What is said about exporters, by the names with which it is put into the outbox; made of the rows as they
// are when it leaves.

import type { Locale, Translate } from '../platform/i18n.ts';
import { dropping } from '../platform/outbox/dropping.ts';
import type { MessagePort, ProjectionPort } from '../platform/outbox/index.ts';
import { showing } from '../platform/outbox/showing.ts';
import { factsOf, plainBody, type View, wordsPort } from '../platform/outbox/words.ts';
import type { Cards, ExporterCard } from './card.ts';
import type { CompanyStatus } from './exporter.ts';
import { PAGE_SIZE } from './list-views.ts';
import type { LinkFacts, PersonViews } from './person-views.ts';
import type { ExporterViews } from './views.ts';

export interface ExporterOutgoingDeps {
  readonly cards: Cards;
  readonly views: ExporterViews;
  readonly personViews: PersonViews;
  readonly t: Translate;
  /** The name of the company whose registration this is, and of whoever asks by an invitation. */
  readonly registrationName: (registrationId: number) => Promise<string>;
  readonly personName: (
    personId: number,
  ) => Promise<{ readonly name: string; readonly username: string | null } | null>;
  readonly deskLocale: (deskId: number) => Promise<Locale>;
}

interface OfCompany {
  readonly companyId: number;
}
interface Named {
  readonly name: string;
}
/** Who looked after it before. */
interface Former {
  readonly former: string;
}

export function createExporterOutgoing(
  deps: ExporterOutgoingDeps,
): Readonly<Record<string, MessagePort>> {
  return { ...forStaff(deps), ...aboutLinks(deps), ...aboutCompany(deps) };
}

function forStaff(deps: ExporterOutgoingDeps): Record<string, MessagePort> {
  const { cards, views, t } = deps;
  const about = ofCompany(deps);
  return {
    'exporter-card': about<OfCompany>((locale, card) => views.card(locale, card)),
    'exporter-made': about<OfCompany & { readonly made: boolean }>((locale, card, { made }) => {
      const view = views.card(locale, card);
      const said = t(locale, made ? 'exporter-made' : 'exporter-exists');
      return { ...view, text: `${said}\n\n${view.text}` };
    }),
    'exporters-list': wordsPort<{ readonly words: string; readonly page: number }>(
      async (locale, { words, page }) =>
        views.list(locale, page, words, await cards.page(words, page * PAGE_SIZE, PAGE_SIZE)),
    ),
    'exporter-not-yours': wordsPort<Named & { readonly manager: string }>((locale, facts) => ({
      text: t(locale, 'exporter-not-yours', { name: facts.name, manager: facts.manager }),
    })),
    'exporters-taken': wordsPort<Former & { readonly names: readonly string[] }>(
      (locale, { former, names }) => ({
        text: t(locale, 'exporters-taken', {
          former,
          names: names.map((one) => `«${one}»`).join(', '),
        }),
      }),
    ),
    'exporter-orphan': about<OfCompany & Former>((locale, card, { former }) => {
      const view = views.card(locale, card);
      return { ...view, text: `${t(locale, 'exporter-orphan', { former })}\n\n${view.text}` };
    }),
    'exporters-orphans': wordsPort<Former & { readonly count: number }>((locale, facts) => ({
      text: t(locale, 'exporters-orphans', { former: facts.former, count: facts.count }),
    })),
    'exporters-undecided': undecidedPort(deps),
    'exporter-yours': about<OfCompany>((locale, card) => {
      const view = views.card(locale, card, card.company.managerId);
      return { ...view, text: `${t(locale, 'exporter-yours')}\n\n${view.text}` };
    }),
  };
}

/** Those that still wait when it is told: one as its card, several as a list; nothing where all is decided. */
function undecidedPort({ cards, views, t }: ExporterOutgoingDeps): MessagePort {
  interface Facts {
    readonly companyIds: readonly number[];
  }
  const waitingAmong = async ({ companyIds }: Facts) => {
    const found = await cards.cards(companyIds);
    return found.filter(({ company }) => company.status === 'pending');
  };
  const port = wordsPort<Facts>(async (locale, facts) => {
    const waiting = await waitingAmong(facts);
    const [first] = waiting;
    if (!first || waiting.length > 1) {
      return views.undecided(
        locale,
        waiting.map(({ company }) => company),
      );
    }
    const view = views.card(locale, first);
    return { ...view, text: `${t(locale, 'exporter-undecided')}\n\n${view.text}` };
  });
  return dropping(port, async (args) => {
    const isOver = (await waitingAmong(factsOf<Facts>(args))).length === 0;
    return isOver ? 'decided' : null;
  });
}

function aboutLinks(deps: ExporterOutgoingDeps): Record<string, MessagePort> {
  const { cards, personViews, registrationName, personName, t } = deps;
  return {
    'exporter-language': wordsPort<{ readonly registrationId: number }>(
      async (_, { registrationId }) =>
        personViews.language(registrationId, await registrationName(registrationId)),
    ),
    'exporter-link': wordsPort<LinkFacts>((locale, facts) => ({
      text: personViews.link(locale, facts),
    })),
    'exporter-asked': wordsPort<{ readonly invitationId: number }>(
      async (locale, { invitationId }) => {
        const found = await cards.invitation(invitationId);
        const person = await personName(found?.invitation.personId ?? 0);
        if (!found || !person) return { text: t(locale, 'exporter-asked-gone') };
        const { name, username } = person;
        const facts = { id: invitationId, name, username, company: found.company.name };
        return personViews.asked(locale, facts);
      },
    ),
    'exporter-invitation': wordsPort<{ readonly invitationId: number }>(
      async (locale, { invitationId }) => {
        const found = await cards.invitation(invitationId);
        const code = found?.invitation.code;
        if (!found || !code) return { text: t(locale, 'exporter-asked-gone') };
        return { text: personViews.invitation(locale, found.company.name, code) };
      },
    ),
  };
}

function aboutCompany(deps: ExporterOutgoingDeps): Record<string, MessagePort> {
  const { cards, personViews, t } = deps;
  const about = ofCompany(deps);
  const words = (key: string) =>
    wordsPort<Named>((locale, { name }) => ({ text: t(locale, key, { name }) }));
  const decided = (key: Parameters<PersonViews['decided']>[1]) =>
    wordsPort<Named & { readonly reason: string | null }>((locale, facts) => ({
      text: personViews.decided(locale, key, facts),
    }));
  return {
    'exporter-submitted': words('exporter-submitted'),
    'exporter-confirmed': about<OfCompany & { readonly waits: boolean }>(
      (locale, card, { waits }) => personViews.confirmed(locale, card, waits),
    ),
    'exporter-reject': decided('exporter-rejected'),
    'exporter-block': decided('exporter-blocked'),
    'exporter-unblock': decided('exporter-unblocked'),
    'exporter-manager': about<OfCompany>((locale, { manager }) => ({
      text: manager ? personViews.managerLine(locale, manager) : t(locale, 'exporter-no-manager'),
    })),
    'exporter-joined': wordsPort<Named & { readonly status: CompanyStatus }>((locale, facts) => ({
      text: personViews.joined(locale, facts),
    })),
    'exporter-not-joined': words('exporter-not-joined'),
    'exporter-colleague-joined': words('exporter-colleague-joined'),
    'exporter-own': wordsPort<{ readonly companyId: number | null; readonly userId: number }>(
      async (locale, { companyId, userId }) => {
        const [card = null] = companyId === null ? [] : await cards.cards([companyId]);
        return personViews.own(locale, card, userId);
      },
    ),
    'exporter-parted': words('exporter-parted'),
  };
}

/** The port of a message that shows an exporter as it is now. */
function ofCompany({ cards, t }: ExporterOutgoingDeps) {
  return <Facts extends OfCompany>(
    wording: (locale: Locale, card: ExporterCard, facts: Facts) => View,
  ): MessagePort =>
    wordsPort<Facts>(async (locale, facts) => {
      const [card] = await cards.cards([facts.companyId]);
      return card ? wording(locale, card, facts) : { text: t(locale, 'exporter-gone') };
    });
}

/** The card at the desk: one message that always shows what is so. */
export function createExporterCardPort(
  { cards, views, deskLocale }: ExporterOutgoingDeps,
  deskId: () => Promise<number | null>,
): ProjectionPort {
  return {
    rank: 'adornment',
    async render(jobs) {
      const found = await cards.cards(jobs.map(({ subjectId }) => subjectId));
      const desk = await deskId();
      const locale = await deskLocale(desk ?? 0);
      return jobs.map((job) => {
        const card = found.find(({ company }) => company.id === job.subjectId);
        return card ? showing(job, plainBody(views.card(locale, card))) : null;
      });
    },
  };
}
