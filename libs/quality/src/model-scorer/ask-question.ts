import { modelReplySchema, type ModelSaid, type Transcript } from '#contracts';
import { askModel, type ModelServer } from './ask-model.js';
import { foundPlaces } from './found-places.rules.js';
import { PROMPT_VERSION, requestFor, requestHashOf, seen, type ChatRequest } from './prompt.rules.js';
import { questionKey } from './questions.rules.js';

/** The model that may be asked. */
export interface AskedModel extends ModelServer {
  readonly model: string;
  /** `host:port` of its server, as the journal names it. */
  readonly host: string;
}

/** A question, and the request with it about some words; null where these are longer than is sent. */
export interface Prepared {
  readonly questionKey: string;
  readonly request: ChatRequest | null;
}

export const prepareQuestion = (
  { model }: Pick<AskedModel, 'model'>,
  question: string,
  masked: Transcript,
): Prepared => ({
  questionKey: questionKey(question),
  request: requestFor(model, question, masked),
});

/**
 * Puts one question about words that are masked already, and checks what is quoted against what was sent.
 *
 * @throws the reason of `signal`
 */
export async function askQuestion(
  scorer: AskedModel,
  prepared: Prepared,
  { turns }: Transcript,
  signal: AbortSignal,
): Promise<ModelSaid> {
  if (!prepared.request) return saidNothing(scorer, 'words_too_long', prepared);
  const replied = await askModel(scorer, prepared.request, signal, modelReplySchema);
  if ('why' in replied) return saidNothing(scorer, replied.why, prepared);
  const answer = foundPlaces(
    replied.reply,
    turns.map((turn) => ({ ...turn, text: seen(turn.text) })),
  );
  if (!answer) return saidNothing(scorer, 'unfounded', prepared);
  return { said: 'answer', ...about(scorer, prepared), served: replied.served, answer };
}

/** Why a question has no answer. */
export const saidNothing = (
  scorer: AskedModel,
  why: Extract<ModelSaid, { said: 'nothing' }>['why'],
  prepared: Prepared,
): ModelSaid => ({ said: 'nothing', ...about(scorer, prepared), why });

const about = ({ model, host }: AskedModel, { questionKey, request }: Prepared) => {
  const requestHash = request ? requestHashOf(request, host) : '';
  return { model, host, promptVersion: PROMPT_VERSION, questionKey, requestHash };
};
