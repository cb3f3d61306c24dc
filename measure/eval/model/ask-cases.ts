import { type ModelSaid } from '#contracts';
import { askQuestion, prepareQuestion, type AskedModel } from '#quality';
import { type ModelCase } from './model-cases.js';

/** A case with what came of asking. */
export interface AskedCase extends ModelCase {
  readonly said: ModelSaid;
  readonly ms: number;
}

/** A server that answers none of the first questions will not answer the others. */
const GIVE_UP_AFTER = 5;
const SERVER_FAILS: ReadonlySet<string> = new Set(['unreachable', 'request_refused', 'busy', 'timeout']);

export class ModelGone extends Error {}

interface Asking {
  readonly atOnce: number;
  /** After each answer. */
  told(done: number, all: number): void;
}

/** Asks one question. */
export async function askCase(scorer: AskedModel, one: ModelCase): Promise<AskedCase> {
  const begun = performance.now();
  const prepared = prepareQuestion(scorer, one.question, one.masked);
  const said = await askQuestion(scorer, prepared, one.masked, new AbortController().signal);
  return { ...one, said, ms: performance.now() - begun };
}

/** Asks all of them, some at once, and gives up where the server does not answer. @throws ModelGone */
export async function askCases(
  scorer: AskedModel,
  cases: readonly ModelCase[],
  { atOnce, told }: Asking,
): Promise<AskedCase[]> {
  const asked: AskedCase[] = [];
  let next = 0;
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < cases.length; at = next++) {
      const one = await askCase(scorer, cases[at]!);
      const why = one.said.said === 'nothing' ? one.said.why : null;
      failed = why !== null && SERVER_FAILS.has(why) ? failed + 1 : 0;
      if (failed >= GIVE_UP_AFTER && failed > asked.length)
        throw new ModelGone(`the model gives no answer (${why}); is the address right, and the name, and the key?`);
      asked.push(one);
      told(asked.length, cases.length);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
  return asked;
}
