import { AppError } from "./errors.ts";

/** Who is asking. `null` in a context means nobody has signed in. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isOwner: boolean;
  /** How the actor was recognised. */
  readonly by: "session" | "key";
}

/** What every request carries, built once at the door. */
export interface Context {
  readonly actor: Actor | null;
  readonly now: Date;
}

/** The actor of an operation that the guard lets through for signed-in people only. */
export function actorIn(context: Context): Actor {
  if (!context.actor) throw new AppError("internal", "an operation for signed-in people ran without one");
  return context.actor;
}
