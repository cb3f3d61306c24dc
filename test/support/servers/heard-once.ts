import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type Readable, type Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { frameOf } from '../../../libs/transcripts/src/engines/child-frame.js';

/** As `libs/transcripts/child/whisper.py` reads and writes it. */
export interface Question extends Record<string, unknown> {
  id: number;
  do: 'open' | 'speech' | 'language' | 'hear' | 'forget';
}
type Answer = Record<string, unknown>;

const ENDED = { problem: 'the recogniser of the run ended' };

/** Recordings heard at once: as many as test files run. */
const OPEN = { do: 'open', threads: 1, workers: 3 };

/**
 * One `whisper.py` with a loaded model for all who ask, and what it said: a piece of sound that is asked about again, in the same way, is
 * answered as before. It hears each piece for itself and writes the same each time, so that an answer is the same as another hearing.
 */
export class HeardOnce {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly known = new Map<string, Promise<Answer>>();
  private readonly opened: Promise<Answer>;
  private questions = 0;

  constructor(python: string, program: string, model: string) {
    this.child = spawn(python, ['-I', '-B', program], {
      env: { OMP_NUM_THREADS: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // What is asked is answered that it ended.
    this.child.on('error', () => undefined);
    this.child.stdin.on('error', () => undefined);
    void this.read();
    this.opened = this.send({ ...OPEN, model }, Buffer.alloc(0));
  }

  /** @param stream of which line, as each line names its streams from the first on */
  async ask({ id, ...question }: Question, bytes: Buffer, line: number): Promise<Answer> {
    return { ...(await this.answerTo(question, bytes, line)), id };
  }

  close(): void {
    this.child.kill('SIGKILL');
  }

  private async answerTo(question: Omit<Question, 'id'>, bytes: Buffer, line: number): Promise<Answer> {
    const opened = await this.opened;
    if (question.do === 'open') return opened;
    // What a stream was is remembered by the child, and it costs little.
    if (question.do === 'speech')
      return this.send({ ...question, stream: `${line}/${String(question['stream'])}` }, bytes);
    const { now: _, ...what } = question;
    const key = createHash('sha256').update(frameOf(what, bytes)).update(bytes).digest('hex');
    const answer = this.known.get(key) ?? this.send(question, bytes);
    this.known.set(key, answer);
    if ('problem' in (await answer)) this.known.delete(key);
    return answer;
  }

  private send(question: object, bytes: Buffer): Promise<Answer> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve(ENDED);
    const id = this.questions++;
    return new Promise((answered) => {
      this.waiting.set(id, answered);
      this.child.stdin.write(frameOf({ ...question, id }, bytes));
      this.child.stdin.write(bytes);
    });
  }

  private async read(): Promise<void> {
    for await (const line of createInterface({ input: this.child.stdout })) {
      const answer = JSON.parse(line) as Answer & { id: number };
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    }
    for (const answered of this.waiting.values()) answered(ENDED);
  }
}
