// The control API from the other side: one typed function for each action. Tests, the demo and the
// page act through nothing else.
import type { z } from 'zod';
import type { Actions } from './control/actions.ts';

export type {
  AuthorView,
  ButtonView,
  ChatView,
  MessageView,
  ReactionView,
  TopicView,
} from './control/views.ts';

type Input<Name extends keyof Actions> = z.input<Actions[Name]['input']>;
type Output<Name extends keyof Actions> = Awaited<ReturnType<Actions[Name]['run']>>;

export type SandboxClient = {
  /** Throws with the sandbox's own words when the action makes no sense. */
  readonly [Name in keyof Actions]: (
    ...args: Record<string, never> extends Input<Name> ? [Input<Name>?] : [Input<Name>]
  ) => Promise<Output<Name>>;
};

/** @param url where the sandbox is: `http://127.0.0.1:8081` */
export function createSandboxClient(url: string): SandboxClient {
  async function act(name: string, args: unknown): Promise<unknown> {
    const response = await fetch(`${url}/control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args ?? {}),
    });
    const answer = (await response.json()) as { result?: unknown; error?: string };
    if (!response.ok) throw new Error(`sandbox: ${answer.error ?? response.statusText}`);
    return answer.result;
  }

  // The actions' names are known as types alone, so that a client brings no server along; `then` is
  // asked for by `await` and is no action.
  return new Proxy({} as SandboxClient, {
    get: (_, name) =>
      typeof name !== 'string' || name === 'then' ? undefined : (args: unknown) => act(name, args),
  });
}
