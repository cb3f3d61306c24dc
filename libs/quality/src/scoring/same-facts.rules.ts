import { type ScoringFacts } from '#contracts';
import { canonicalJson } from '#journal/rules';

/** Whether a leg would be judged by the same. Older cards lack what was not asked then, which is as good as unknown. */
export function sameFacts(judged: ScoringFacts, now: ScoringFacts): boolean {
  const names = [...Object.keys(judged), ...Object.keys(now)] as (keyof ScoringFacts)[];
  return names.every((name) => canonicalJson(judged[name] ?? null) === canonicalJson(now[name] ?? null));
}
