import { parentPort } from 'node:worker_threads';
import { maskWords, type MaskQuestion } from './mask-words.rules.js';

/** Masks words away from the event loop, one transcript after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: MaskQuestion }) => {
  parentPort?.postMessage({ id, answer: maskWords(question) });
});
