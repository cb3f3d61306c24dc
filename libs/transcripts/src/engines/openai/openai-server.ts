import type { EngineFailure } from '../engine-failure.js';
import type { ServerAnswer } from './ask-server.js';
import { afterRefusal, type Dialect, forWords, FULLEST, isNotUnderstood } from './dialects.rules.js';
import type { KnownDialects } from './known-dialects.js';
import { type ReadAnswer, readOpenaiAnswer, type SentPiece } from './read-openai-answer.rules.js';

type Read = Extract<ReadAnswer, { ok: true }>;
type Ask = (dialect: Dialect) => Promise<ServerAnswer>;

/** One server and model, asked as it likes to be asked. */
export class OpenaiServer {
  constructor(
    private readonly name: string,
    private readonly model: string,
    private readonly dialects: KnownDialects,
  ) {}

  /** The words of one piece. Finds out how the server wants to be asked where that is not known, or no longer true. */
  async hear(piece: SentPiece, ask: Ask): Promise<Read | EngineFailure> {
    const known = this.dialects.of(this.name);
    if (!known) return this.find(piece, ask);
    const answer = await ask(known);
    if ('json' in answer) return read(answer.json, piece);
    if (!isNotUnderstood(answer.status)) return answer.failure;
    this.dialects.forget(this.name);
    return this.find(piece, ask);
  }

  private async find(piece: SentPiece, ask: Ask): Promise<Read | EngineFailure> {
    const refusals: EngineFailure[] = [];
    for (let dialect: Dialect | null = FULLEST; dialect;) {
      const answer = await ask(dialect);
      if ('json' in answer) return this.settle(dialect, read(answer.json, piece), { piece, ask });
      refusals.push(answer.failure);
      const said = 'said' in answer.failure ? (answer.failure.said ?? '') : '';
      dialect = afterRefusal(dialect, answer.status, said);
    }
    return this.mostTelling(refusals);
  }

  /** Asks for word times in the other way as well, once; where it says nothing, nothing can be learnt. */
  private async settle(
    dialect: Dialect,
    first: Read | EngineFailure,
    { piece, ask }: { piece: SentPiece; ask: Ask },
  ): Promise<Read | EngineFailure> {
    if ('code' in first || first.words.length === 0) return first;
    const other = forWords(dialect, first.fineness);
    const answer = other && (await ask(other));
    const second = answer && 'json' in answer ? read(answer.json, piece) : null;
    const isFiner = second && !('code' in second) && second.fineness === 'words';
    this.dialects.learn(this.name, other && isFiner ? other : dialect);
    return isFiner ? second : first;
  }

  /** What it says of the model that it was asked for helps people most. */
  private mostTelling(refusals: readonly EngineFailure[]): EngineFailure {
    const ofModel = refusals.findLast((one) => 'said' in one && one.said?.includes(this.model));
    return ofModel ?? (refusals.at(-1) as EngineFailure);
  }
}

function read(json: unknown, piece: SentPiece): Read | EngineFailure {
  const answer = readOpenaiAnswer(json, piece);
  return answer.ok ? answer : { fault: 'vendor', code: 'engine_rubbish', detail: `at ${answer.at} of its answer` };
}
