// What dialogs ask of the features whose things their threads are about.

import type { CardFacts } from './card-facts.ts';
import type { CardView } from './card-views.ts';
import { isThreadOfSubject } from './subject.ts';

/** How a subject is shown in its thread. */
export interface SubjectView {
  readonly card: CardView;
  /** In the comments of a card that stands outside. */
  readonly panel: CardView;
  readonly topic: { readonly name: string; readonly icons: readonly string[] };
}

/** What dialogs ask of the feature whose things these are. */
export interface DialogSubject {
  /** By the numbers of the dialogs; one that is not in the map is shown as a dialog. */
  views(facts: readonly CardFacts[]): Promise<ReadonlyMap<number, SubjectView>>;
  /** The message in this chat that stands for each: words to the client answer it. */
  anchors(
    dialogs: readonly { readonly dialogId: number; readonly chatId: number }[],
  ): Promise<ReadonlyMap<number, number>>;
}

/** By channel. */
export type DialogSubjects = Readonly<Record<string, DialogSubject>>;

/** What is about something of theirs, shown by each. */
export async function subjectViews(
  subjects: DialogSubjects,
  facts: readonly CardFacts[],
): Promise<ReadonlyMap<number, SubjectView>> {
  const about = facts.filter(({ dialog }) => isThreadOfSubject(dialog.channel));
  const views = new Map<number, SubjectView>();
  for (const [channel, subject] of about.length > 0 ? Object.entries(subjects) : []) {
    const own = about.filter(({ dialog }) => dialog.channel === channel);
    if (own.length === 0) continue;
    for (const [dialogId, view] of await subject.views(own)) views.set(dialogId, view);
  }
  return views;
}
