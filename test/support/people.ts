// People for tests: they say, press, react and look, as people do, and wait for the bot as people do.
//
//   const world = await openWorld();
//   const anna = await world.client('Анна');
//   await anna.says('Здравствуйте');
//   await katya.presses('Взять в работу', { in: topic });
import type { MessageView, SandboxClient, TopicView } from '../../src/sandbox/client.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { groupVerbs } from './group-verbs.ts';
import { keyVerbs } from './key-verbs.ts';

/** Where somebody speaks or looks; a topic is a place, and so is a message. */
export type Place = { readonly chatId: number; readonly threadId?: number | null };
export type Message = MessageView;

export type PersonOptions = {
  readonly id?: number;
  readonly lastName?: string;
  readonly username?: string;
  /** `ru` if nothing is said; null for somebody whose program does not tell. */
  readonly languageCode?: string | null;
  /** What Telegram's contact button gives away. */
  readonly phone?: string;
};

export type Media = Parameters<SandboxClient['send']>[0]['media'];
export type FileOptions = {
  readonly fileName?: string;
  readonly size?: number;
  readonly bytes?: Uint8Array;
};

/** How long a person waits for what must come. Real time, and only ever spent on failure. */
const PATIENCE_MS = 60_000;

export type TestWorld = Awaited<ReturnType<typeof openWorld>>;
export type Person = ReturnType<typeof createPerson>;

/** A sandbox with its people. `close` ends it; the bot is to be stopped before. */
export async function openWorld(options: SandboxOptions = {}) {
  const sandbox: Sandbox = await createSandbox(options);
  const { control } = sandbox;

  async function client(firstName: string, person: PersonOptions = {}): Promise<Person> {
    const { id } = await control.createUser({ firstName, ...person });
    return createPerson(control, id, firstName);
  }

  return {
    sandbox,
    control,
    /** Somebody who writes to the bot in private; nobody is anything more by themselves. */
    client,
    /** The same, for reading: staff are people to whom the bot gave a role. */
    staff: client,
    /** A person who is there already, such as one of the demo. */
    person: (id: number, firstName: string): Person => createPerson(control, id, firstName),
    /** A forum with the bot as an administrator with the usual rights. */
    async forum(title: string, owner: Person, members: readonly Person[] = []): Promise<Place> {
      const memberIds = ['bot' as const, ...members.map(({ id }) => id)];
      const { chatId } = await control.createGroup({ title, ownerId: owner.id, memberIds });
      await control.promote({ chatId, userId: 'bot' });
      return { chatId };
    },
    /** A channel with a discussion group, the bot in both as it has to be. */
    async channel(title: string, owner: Person, members: readonly Person[] = []) {
      const ids = members.map(({ id }) => id);
      const channel = { title, ownerId: owner.id, kind: 'channel' as const, memberIds: ids };
      const { chatId: channelId } = await control.createGroup(channel);
      const memberIds = ['bot' as const, ...ids];
      const group = { title: `${title}: обсуждение`, ownerId: owner.id, memberIds };
      const { chatId } = await control.createGroup({ ...group, kind: 'supergroup' });
      await control.linkChannel({ chatId, channelId });
      await control.addMember({ chatId: channelId, userId: 'bot' });
      await control.promote({ chatId, userId: 'bot', rights: {} });
      return { channelId, chatId };
    },
    /** Looks again after each change until `look` no longer throws; then throws what it threw last. */
    eventually: <T>(look: () => Promise<T>) => eventually(control, look),
    /** The bot has fetched and confirmed everything that happened so far. */
    async settles(): Promise<void> {
      const { confirmed, pending } = await control.waitForUpdatesConfirmed({
        timeoutMs: PATIENCE_MS,
      });
      if (!confirmed) throw new Error(`the bot left ${pending} updates unconfirmed`);
    },
    close: () => sandbox.close(),
  };
}

async function eventually<T>(control: SandboxClient, look: () => Promise<T>): Promise<T> {
  const started = performance.now();
  for (;;) {
    const { version } = await control.version();
    try {
      return await look();
    } catch (error) {
      const left = PATIENCE_MS - (performance.now() - started);
      if (left <= 0) throw error;
      await control.waitForChange({ since: version, timeoutMs: Math.ceil(left) });
    }
  }
}

function createPerson(control: SandboxClient, id: number, name: string) {
  const at = (place: Place | undefined) => createPresence(control, id, name, place);

  async function topics(): Promise<readonly TopicView[]> {
    const chats = await control.chats({ userId: id });
    const forums = chats.filter(({ isForum }) => isForum);
    return (await Promise.all(forums.map(({ chatId }) => control.topics({ chatId })))).flat();
  }

  return {
    id,
    name,
    /** The same person, speaking and looking in a topic or a group. */
    in: at,
    /** Everything without a place happens in the private chat with the bot. */
    ...at(undefined),
    ...groupVerbs(control, id),
    ...keyVerbs(control, id, name, (look) => eventually(control, look)),
    starts: (payload?: string) => control.start({ userId: id, ...(payload ? { payload } : {}) }),
    /** With `{ in: topic }` in that topic. */
    presses: (label: string, where: { readonly in?: Place } = {}) => at(where.in).presses(label),
    /** Sends data no button need have. */
    forges: (message: Message, data: string) =>
      control.forgePress({
        userId: id,
        chatId: message.chatId,
        messageId: message.messageId,
        data,
      }),
    /** The topics of every forum this person is in. */
    topics,
    /** The topic whose name contains this, waited for. */
    topic: (part: string) =>
      eventually(control, async () => {
        const all = await topics();
        const found = all.find((topic) => topic.name.includes(part));
        if (found) return found;
        const names = all.map((topic) => `«${topic.name}»`).join(', ') || 'none';
        throw new Error(`${name} sees no topic «${part}»; there are: ${names}`);
      }),
    /** The comments under the post that contains this, waited for; the post is the card. */
    comments: (part: string) =>
      eventually(control, async () => {
        for (const { chatId, kind } of await control.chats({ userId: id })) {
          if (kind !== 'channel') continue;
          const posts = await control.messages({ userId: id, chatId });
          // Names on cards are made harmless.
          const post = posts.findLast(({ text }) => text.replaceAll('\u2060', '').includes(part));
          const place = post && (await control.comments({ chatId, messageId: post.messageId }));
          if (post && place) return { ...place, post };
        }
        throw new Error(`${name} sees no post with «${part}» and its comments`);
      }),
    /** The pinned message of a topic, waited for. */
    card: (topic: Place) => eventually(control, () => at(topic).pinned()),
    /** What was shown to this person after presses, oldest first. */
    async toasts(): Promise<readonly string[]> {
      return (await control.toasts({ userId: id })).map(({ text }) => text);
    },
    /** What the latest press was answered with, waited for; empty for a silent answer. */
    lastToast: () =>
      eventually(control, async () => {
        const last = (await control.presses({ userId: id })).at(-1);
        if (last?.answer) return last.answer.text;
        throw new Error(
          last ? `nobody answered ${name}'s press ${last.data}` : `${name} pressed nothing`,
        );
      }),
    blocksTheBot: () => control.blockBot({ userId: id }),
    /** From now on their program shows nothing of what they alone would see. */
    hasAnOldProgram: () => control.setEphemeral({ userId: id, shown: false }),
    unblocksTheBot: () => control.unblockBot({ userId: id }),
  };
}

function createPresence(control: SandboxClient, userId: number, name: string, place?: Place) {
  const { threadId } = place ?? {};
  const here = { userId, ...(place ? { chatId: place.chatId } : {}) };
  const thread = typeof threadId === 'number' ? { threadId } : {};

  async function messages(): Promise<readonly Message[]> {
    return control.messages({ ...here, ...thread });
  }

  async function say(text: string, replyTo?: Message): Promise<Message> {
    const reply = replyTo ? { replyTo: replyTo.messageId } : {};
    return find((await control.say({ ...here, ...thread, ...reply, text })).messageId);
  }

  async function send(media: Media): Promise<Message> {
    return find((await control.send({ ...here, ...thread, media })).messageId);
  }

  function sendFile(kind: 'photo' | 'document' | 'voice') {
    return (caption = '', { bytes, ...file }: FileOptions = {}) => {
      const base64 = bytes && Buffer.from(bytes).toString('base64');
      return send({ kind, caption, ...file, ...(base64 === undefined ? {} : { base64 }) });
    };
  }

  async function find(messageId: number): Promise<Message> {
    const found = (await control.messages(here)).find((message) => message.messageId === messageId);
    if (!found) throw new Error(`${name} does not see message ${messageId}`);
    return found;
  }

  async function press(label: string): Promise<void> {
    const seen = await messages();
    const target = seen.findLast(({ buttons }) => buttons.flat().some((b) => b.label === label));
    if (target) {
      await control.press({ ...here, messageId: target.messageId, label });
      return;
    }
    const chat = (await control.chats({ userId })).find(
      ({ chatId }) => chatId === (place?.chatId ?? userId),
    );
    const keyboard = (chat?.keyboard.flat() ?? []).map((key) => key.label);
    if (!keyboard.includes(label)) throw new Error(noButton(name, label, seen, keyboard));
    if (place) await say(label);
    else await control.pressKey({ userId, label });
  }

  return {
    says: (text: string) => say(text),
    replies: (message: Message, text: string) => say(text, message),
    sendsPhoto: sendFile('photo'),
    sendsDocument: sendFile('document'),
    sendsVoice: sendFile('voice'),
    /** Anything else: `{ kind: 'sticker' }`, `{ kind: 'location', … }`. */
    sends: send,
    sendsAlbum: (items: Parameters<SandboxClient['sendAlbum']>[0]['items']) =>
      control.sendAlbum({ ...here, ...thread, items }),
    /** The file of a message, as it is. */
    async downloads({ fileId }: Message) {
      if (fileId === null) throw new Error(`there is no file for ${name} to download`);
      const { base64, ...file } = await control.readFile({ fileId });
      return { ...file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
    },
    edits: (message: Message, text: string) =>
      control.edit({ ...here, messageId: message.messageId, text }),
    deletes: (message: Message) => control.deleteMessage({ ...here, messageId: message.messageId }),
    reacts: (message: Message, emoji: string | null) =>
      control.react({ ...here, messageId: message.messageId, emoji }),
    /** With an emoji of their own, as people with Premium may; as the group, as administrators may. */
    reactsSpecially: (
      message: Message,
      how: { readonly customEmojiId: string } | { readonly as: 'anonymous' },
    ) => control.react({ ...here, messageId: message.messageId, emoji: '🔥', ...how }),
    /** The newest button with this label here; waited for, and missed with a list of what there is. */
    presses: (label: string) => eventually(control, () => press(label)),
    messages,
    /** The texts here, oldest first. */
    async sees(): Promise<readonly string[]> {
      return (await messages()).map(({ text }) => text);
    },
    /** The newest message here whose text contains this, waited for. */
    reads: (part: string) =>
      eventually(control, async () => {
        const seen = await messages();
        const found = seen.findLast(({ text }) => text.includes(part));
        if (found) return found;
        const texts = seen.map(({ text }) => `«${text}»`).join(', ') || 'nothing';
        throw new Error(`${name} does not read «${part}»; there is: ${texts}`);
      }),
    /** The newest pinned message here. */
    async pinned(): Promise<Message> {
      const found = (await messages()).findLast(({ pinned }) => pinned);
      if (!found) throw new Error(`${name} sees nothing pinned`);
      return found;
    },
  };
}

function noButton(
  name: string,
  label: string,
  seen: readonly Message[],
  keyboard: readonly string[],
): string {
  const labels = seen.flatMap(({ buttons }) => buttons.flat().map((button) => button.label));
  const there = [...labels, ...keyboard].map((text) => `«${text}»`).join(', ') || 'none';
  return `${name} sees no button «${label}»; there are: ${there}`;
}
