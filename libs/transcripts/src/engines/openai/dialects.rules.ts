import type { Fineness } from './read-openai-answer.rules.js';

/** How a server wants to be asked. Its answers differ as much as its questions: `read-openai-answer.rules.ts`. */
export interface Dialect {
  /** `timestamp_granularities` with brackets, as OpenAI writes it, and without; no word times; no `verbose_json`. */
  form: 'words' | 'words_plain' | 'segments' | 'text';
  /** It wants the model as `model_name`, too. */
  modelName: boolean;
}

/** What is asked of a server that is not known yet. */
export const FULLEST: Dialect = { form: 'words', modelName: false };

const FORMS: Record<Dialect['form'], readonly (readonly [string, string])[]> = {
  words: [
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'word'],
    ['timestamp_granularities[]', 'segment'],
  ],
  words_plain: [
    ['response_format', 'verbose_json'],
    ['timestamp_granularities', 'word'],
    ['timestamp_granularities', 'segment'],
  ],
  segments: [['response_format', 'verbose_json']],
  text: [['response_format', 'json']],
};

/** The fields in which a server is told its model and the form of its answer. */
export function fieldsOf({ form, modelName }: Dialect, model: string): (readonly [string, string])[] {
  return [['model', model], ...(modelName ? ([['model_name', model]] as const) : []), ...FORMS[form]];
}

/** Servers that do not understand a question say so with one of these; with 404, that they do not know the model. */
const NOT_UNDERSTOOD = [400, 415, 422];

export const isNotUnderstood = (status: number | undefined): boolean => NOT_UNDERSTOOD.includes(status ?? 0);

/**
 * How to retry after a refusal: send the model under its other field name if the error mentions the model, then request a simpler response format.
 * Null if the refusal has another cause or no simpler format is left.
 */
export function afterRefusal(asked: Dialect, status: number | undefined, said: string): Dialect | null {
  const complainsOfModel = /model/i.test(said);
  if (!asked.modelName && complainsOfModel && (isNotUnderstood(status) || status === 404))
    return { ...asked, modelName: true };
  if (!isNotUnderstood(status)) return null;
  const less = { words: 'segments', words_plain: 'segments', segments: 'text', text: null } as const;
  const form = less[asked.form];
  return form && { form, modelName: false };
}

/** The format to request, once, from a server that returned no word times: some servers only read the field name without brackets. */
export function forWords(asked: Dialect, fineness: Fineness): Dialect | null {
  return asked.form === 'words' && fineness !== 'words' ? { ...asked, form: 'words_plain' } : null;
}
