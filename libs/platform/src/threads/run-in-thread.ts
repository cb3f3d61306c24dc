import { Worker } from 'node:worker_threads';
import { ThreadFailed, threadFile, type ThreadWork } from './thread-work.js';

/** The memory of these bytes, where they have it to themselves; small ones share theirs, and are copied. */
export const ownMemory = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];

/**
 * Asks one question of a thread that lives for it: the question is its `workerData`, its first message the answer.
 * @throws ThreadFailed
 */
export async function runInThread<Question, Answer>(
  { wallMs, memoryMb, ...work }: ThreadWork<Question, Answer>,
  question: Question,
  signal?: AbortSignal,
): Promise<Answer> {
  const file = threadFile(work);
  if (!file) return work.inPlace(question);
  return new Promise((done, fail) => {
    const thread = new Worker(file, { workerData: question, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const end = (settle: () => void) => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
      void thread.terminate();
      settle();
    };
    const failed = (why: ThreadFailed['why']) => end(() => fail(new ThreadFailed(work.name, why)));
    const stop = () => failed('aborted');
    const deadline = setTimeout(failed, wallMs, 'late');
    signal?.addEventListener('abort', stop);
    thread.once('message', (answer: Answer) => end(() => done(answer)));
    thread.once('error', () => failed('failed'));
    thread.once('exit', () => failed('failed'));
    if (signal?.aborted) stop();
  });
}
