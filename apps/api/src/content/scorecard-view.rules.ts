import {
  type Checklist,
  type Evidence,
  type ItemResult,
  type JudgedItem,
  type Language,
  type ScorecardItem,
  type ScorecardView,
  type Transcript,
} from '#contracts';
import { addPoints, worthOfItem } from '#quality';

/** What a scorecard's row says of itself. */
export type ScorecardFacts = Omit<ScorecardView, 'checklist' | 'sections' | 'items'>;

interface JudgedCall {
  language: Language | null;
  transcript: Transcript | null;
}

/**
 * A scorecard with the checklist's titles and, where the words may be read, the quotes of its evidence.
 * @param call its language, since what a judgement has been worth differs by it; the words that were scored, null when they may not be read
 * @param judged by item, what a person answered
 */
export function scorecardView(
  facts: ScorecardFacts,
  checklist: Checklist,
  results: readonly ItemResult[],
  call: JudgedCall,
  judged: ReadonlyMap<string, JudgedItem> = new Map(),
): ScorecardView {
  const { id, version, title, requiredCoverage } = checklist;
  const points = new Map(addPoints(checklist, results).sections.map((section) => [section.id, section]));
  const shown = facts.points !== null;
  return {
    ...facts,
    checklist: { id, version, title, requiredCoverage },
    sections: checklist.sections.map((section) => ({
      id: section.id,
      title: section.title,
      points: shown ? (points.get(section.id)?.points ?? null) : null,
      maxPoints: shown ? (points.get(section.id)?.maxPoints ?? null) : null,
    })),
    items: itemsOf(checklist, results, call).map((item) => ({
      ...item,
      judged: judged.get(item.itemId) ?? null,
    })),
  };
}

function itemsOf(
  checklist: Checklist,
  results: readonly ItemResult[],
  { transcript, language }: JudgedCall,
): Omit<ScorecardItem, 'judged'>[] {
  const byId = new Map(results.map((result) => [result.itemId, result]));
  return checklist.sections.flatMap((section) =>
    section.items.flatMap((item): Omit<ScorecardItem, 'judged'>[] => {
      const { id, title, weight, critical: cost, clause } = item;
      const critical = cost !== false;
      const result = byId.get(id);
      if (!result) return [];
      const quoted = (all: readonly Evidence[]) => all.map((at) => ({ at, quote: quoteOf(at, transcript) }));
      const evidence = quoted(result.evidence);
      const signs = (result.signs ?? []).map(({ name, evidence }) => ({ name, evidence: quoted(evidence) }));
      const points = result.outcome === 'met' ? weight : result.outcome === 'not_met' ? 0 : null;
      const worth = result.source === 'rule' && language ? worthOfItem(item, language) : null;
      return [{ ...result, title, sectionId: section.id, weight, critical, clause, points, worth, evidence, signs }];
    }),
  );
}

/** Cuts the words that a piece of evidence points at. */
function quoteOf(at: Evidence, transcript: Transcript | null): string | null {
  if (at.kind !== 'words' || !transcript) return null;
  return transcript.turns[at.turn]?.text.slice(at.fromChar, at.toChar) ?? null;
}
