/** Work that would hold the event loop longer than a server may be silent; `NAME.thread.js` does it. */
export interface ThreadWork<Question, Answer> {
  readonly name: string;
  /** `import.meta.url` of the module that the thread lies beside. */
  readonly beside: string;
  /** How sources under test do it: only a compiled program has the thread. */
  readonly inPlace: (question: Question) => Answer | Promise<Answer>;
  readonly wallMs: number;
  readonly memoryMb: number;
}

/** A thread gave no answer. What it said of its failure may quote what it was asked, so that nothing of it is kept. */
export class ThreadFailed extends Error {
  constructor(
    name: string,
    readonly why: 'failed' | 'late' | 'aborted',
  ) {
    super(`the thread ${name} gave no answer: ${why}`);
  }
}

/** Where the thread lies; null for sources under test. */
export const threadFile = ({ beside, name }: Pick<ThreadWork<never, never>, 'beside' | 'name'>): URL | null =>
  beside.endsWith('.js') ? new URL(`./${name}.thread.js`, beside) : null;
