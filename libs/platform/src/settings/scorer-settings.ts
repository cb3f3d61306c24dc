import { resolve } from 'node:path';
import { z } from 'zod';

/** Settings of the language model that may be asked beside the rules. Without an address there is none. */
export const scorerSettings = {
  /** A server with `/chat/completions` below this address, as OpenAI's has. */
  SHOUWEN_SCORER_URL: z
    .string()
    .regex(/^https?:\/\/[^/@?#]+(?:\/[^?#]*)?$/, { error: 'it must have the form https://HOST:PORT/v1' })
    .optional(),
  SHOUWEN_SCORER_MODEL: z.string().min(1).max(200).optional(),
  SHOUWEN_SCORER_KEY_FILE: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
  /** Seconds that one answer may take. */
  SHOUWEN_SCORER_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  /** Questions that are asked about one call at most. */
  SHOUWEN_SCORER_QUESTIONS_PER_CALL: z.coerce.number().int().min(1).max(100).default(10),
  /** Items, by id and with commas, that it is asked about besides those that a checklist puts to it. */
  SHOUWEN_SCORER_ITEMS: z
    .string()
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .pipe(
      z.array(
        z.string().regex(/^[a-z_]+\.[a-z_]+$/, { error: 'it must be item ids with commas, as closing.farewell' }),
      ),
    )
    .optional(),
  /** The share of people's answers that must agree with the model's, at the lower end of its interval, before these count. */
  SHOUWEN_SCORER_TARGET: z.coerce.number().min(0.5).max(0.99).default(0.85),
};

type Given = z.infer<z.ZodObject<typeof scorerSettings>>;

export interface ScorerSettings {
  url: string;
  model: string;
  key: string | undefined;
  timeoutMs: number;
  questionsPerCall: number;
  items: readonly string[];
  target: number;
}

/** @returns undefined where no model is set: the rules judge alone */
export function readScorerSettings(given: Given, key: string | undefined): ScorerSettings | undefined {
  const { SHOUWEN_SCORER_URL: url, SHOUWEN_SCORER_MODEL: model } = given;
  if (url === undefined || model === undefined) return undefined;
  return {
    url: url.replace(/\/+$/, ''),
    model,
    key,
    timeoutMs: given.SHOUWEN_SCORER_TIMEOUT_SECONDS * 1000,
    questionsPerCall: given.SHOUWEN_SCORER_QUESTIONS_PER_CALL,
    items: given.SHOUWEN_SCORER_ITEMS ?? [],
    target: given.SHOUWEN_SCORER_TARGET,
  };
}

/** What is set by half. */
export function scorerProblems(given: Record<string, string>): string[] {
  const [url, model] = ['SHOUWEN_SCORER_URL', 'SHOUWEN_SCORER_MODEL'] as const;
  if ((given[url] === undefined) === (given[model] === undefined)) return [];
  const [there, missing] = given[url] === undefined ? [model, url] : [url, model];
  return [`${missing}: it must be set, because ${there} is`];
}
