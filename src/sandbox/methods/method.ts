// What a simulated method is: its arguments are already checked against the list of methods and types.
import type { ApiMethods, Opts } from '@grammyjs/types';
import type { Upload } from '../bot-api/schema.ts';
import type { World } from '../world/world.ts';

export type MethodName = keyof ApiMethods<Upload>;
export type Args<M extends MethodName> = Opts<Upload>[M];
export type Result<M extends MethodName> = ReturnType<ApiMethods<Upload>[M]>;

export type MethodCall = {
  /** Aborts when the caller has gone away. */
  readonly signal: AbortSignal;
};

export type MethodTable = {
  readonly [M in MethodName]?: (
    world: World,
    args: Args<M>,
    call: MethodCall,
  ) => Result<M> | Promise<Result<M>>;
};
