// The control API for whoever lives in the same process: one typed function for each action. Tests and
// the demo act through nothing else; the page asks for the same actions over HTTP.
import type { z } from 'zod';
import { ControlError } from './control/action.ts';
import type { Actions } from './control/actions.ts';
import { perform } from './control/perform.ts';
import type { World } from './world/world.ts';

export type {
  AuthorView,
  ButtonView,
  ChatView,
  KeyView,
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

export function createSandboxClient(world: World): SandboxClient {
  async function act(name: string, args: unknown): Promise<unknown> {
    try {
      return asSent(await perform(world, name, asSent(args ?? {})));
    } catch (error) {
      if (error instanceof ControlError) throw new Error(`sandbox: ${error.message}`);
      throw error;
    }
  }

  // `then` is asked for by `await` and is no action.
  return new Proxy({} as SandboxClient, {
    get: (_, name) =>
      typeof name !== 'string' || name === 'then' ? undefined : (args: unknown) => act(name, args),
  });
}

/** A copy, with what JSON leaves of it: as over HTTP, nobody holds a piece of the world itself. */
function asSent(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
