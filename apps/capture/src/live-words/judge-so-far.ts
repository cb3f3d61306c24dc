import { type CompanyProfile, type Language, type Turn } from '#contracts';
import { loadChecklist, loadFindActs, loadLexicons, NO_FACTS, prepareScorer } from '#quality';
import { ASKED, type SoFar } from './word-hints.rules.js';

/** Scores the transcript so far, with the items that agent hints use, in the way a finished call is scored. @throws Error where the shipped checklists cannot be read */
export function scorePartialTranscript(
  profile: CompanyProfile,
): (turns: readonly Turn[], language: Language) => SoFar['items'] {
  const { checklist } = loadChecklist('standard-inbound');
  const sections = checklist.sections
    .map((section) => ({
      ...section,
      items: section.items.filter(({ id }) => (ASKED as readonly string[]).includes(id)),
    }))
    .filter(({ items }) => items.length > 0);
  const judge = prepareScorer({ checklist: { ...checklist, sections }, lexicons: loadLexicons(), profile });
  const findActs = loadFindActs();
  return (turns, language) => {
    const transcript = {
      ...{ format: 'shouwen.transcript/1' as const, engine: { name: 'live', version: '1', model: 'none' } },
      ...{ language, durationMs: turns.at(-1)?.toMs ?? 0, channels: 2, turns: [...turns], unreliable: [] },
    };
    return judge({ transcript, transcriptVersion: 1, facts: NO_FACTS, acts: findActs(transcript) }).items;
  };
}
