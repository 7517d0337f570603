// What first answers say: each person's draft, of which one is sent, and how exporters begin.

import { type Person, toPerson } from '../people/person.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Locale } from '../platform/i18n.ts';

/** Whose draft it is. */
export interface DraftKey {
  readonly leadId: number;
  readonly personId: number;
}

export interface Draft {
  readonly text: string;
  readonly isSent: boolean;
}

export type AnswerRepository = ReturnType<typeof createAnswerRepository>;

/** Every method takes the transaction it belongs to, or the client for a single read. */
export function createAnswerRepository() {
  async function draft(db: Tx, { leadId, personId }: DraftKey): Promise<Draft | null> {
    const row = await db.leadDraft.findUnique({ where: { leadId_personId: { leadId, personId } } });
    return row && { text: row.text, isSent: row.sentAt !== null };
  }

  async function saveDraft(tx: Tx, { leadId, personId }: DraftKey, text: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO lead_draft (lead_id, person_id, text) VALUES (${leadId}, ${personId}, ${text})
      ON CONFLICT (lead_id, person_id) DO UPDATE SET text = excluded.text`;
  }

  async function markSent(tx: Tx, { leadId, personId }: DraftKey, now: Date): Promise<void> {
    const where = { leadId_personId: { leadId, personId } };
    await tx.leadDraft.update({ where, data: { sentAt: now } });
  }

  /** Whose first answer was sent; null: nobody's yet. */
  async function sentBy(db: Tx, leadId: number): Promise<Person | null> {
    const where = { leadId, sentAt: { not: null } };
    const row = await db.leadDraft.findFirst({ where, select: { person: true } });
    return row && toPerson(row.person);
  }

  /** Drafts that will not be sent any more are taken away. @returns whose they were */
  async function dropUnsent(tx: Tx, leadId: number): Promise<Person[]> {
    const where = { leadId, sentAt: null };
    const rows = await tx.leadDraft.findMany({ where, select: { person: true } });
    await tx.leadDraft.deleteMany({ where });
    return rows.map(({ person }) => toPerson(person));
  }

  async function template(db: Tx, companyId: number, locale: Locale): Promise<string | null> {
    const where = { companyId_locale: { companyId, locale } };
    return (await db.answerTemplate.findUnique({ where }))?.text ?? null;
  }

  async function saveTemplate(
    tx: Tx,
    key: { readonly companyId: number; readonly locale: Locale },
    text: string,
    now: Date,
  ): Promise<void> {
    const data = { text, updatedAt: now };
    await tx.answerTemplate.upsert({
      where: { companyId_locale: key },
      create: { ...key, ...data },
      update: data,
    });
  }

  return { draft, saveDraft, markSent, sentBy, dropUnsent, template, saveTemplate };
}
