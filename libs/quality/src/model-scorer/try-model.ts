import { type NoAnswer, type Transcript } from '#contracts';
import { writtenTranscript } from '../call/written-dialogue.rules.js';
import { askQuestion, prepareQuestion, type AskedModel } from './ask-question.js';
import { standardQuestions } from './standard-questions.js';

/** An invented conversation: nothing of a call leaves the house to find out whether a server answers. */
const INVENTED: Transcript = writtenTranscript({
  language: 'en',
  turns: [
    { speaker: 'agent', text: 'Good morning, how can I help you?' },
    { speaker: 'customer', text: 'My lamp does not work.' },
    { speaker: 'agent', text: 'I will send you a new one today. Is there anything else I can do for you?' },
    { speaker: 'customer', text: 'No, thank you.' },
  ],
});

export interface Tried {
  /** null: it answered as it was asked to, and its quotes are where it says. */
  readonly why: NoAnswer | null;
  readonly seconds: number;
}

/** Puts a question about an invented conversation to a model. @throws the reason of `signal` */
export async function tryModel(scorer: AskedModel, signal: AbortSignal): Promise<Tried> {
  const begun = performance.now();
  const { en } = standardQuestions().get('closing.further_help')!;
  const said = await askQuestion(scorer, prepareQuestion(scorer, en, INVENTED), INVENTED, signal);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return { why: said.said === 'answer' ? null : said.why, seconds };
}
