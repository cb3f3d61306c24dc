import {
  byRulesOrActs,
  type Checklist,
  type ChecklistItem,
  type Evidence,
  type ItemResult,
  type ItemWorth,
  type JudgedItem,
  type ProposalView,
  type ScorecardItem,
  type ScorecardView,
  type Transcript,
} from '#contracts';
import { addPoints } from '#quality/rules';
import { type SeenProposals } from './proposal-sight.js';

/** What a scorecard's row says. */
export type ScorecardFacts = Omit<ScorecardView, 'checklist' | 'sections' | 'items'>;

interface JudgedCall {
  /** What a judgement has been worth in the call's language, where it was measured. */
  worthOf: (item: ChecklistItem) => ItemWorth | null;
  transcript: Transcript | null;
  /** Items whose proposals by a model are no secret to the reader; null where they see none. */
  seen: SeenProposals;
  /** Items that reviews leave alone. */
  taken?: ReadonlyMap<string, ScorecardItem['taken']>;
}

/**
 * A scorecard with the checklist's titles and, where the words may be read, the quotes of its evidence.
 * @param call the words that were scored, null when they may not be read
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
      taken: call.taken?.get(item.itemId) ?? null,
    })),
  };
}

function itemsOf(
  checklist: Checklist,
  results: readonly ItemResult[],
  { transcript, worthOf, seen }: JudgedCall,
): Omit<ScorecardItem, 'judged' | 'taken'>[] {
  const byId = new Map(results.map((result) => [result.itemId, result]));
  return checklist.sections.flatMap((section) =>
    section.items.flatMap((item): Omit<ScorecardItem, 'judged' | 'taken'>[] => {
      const { id, title, weight, critical: cost, clause, advice = null } = item;
      const critical = cost !== false;
      const result = byId.get(id);
      if (!result) return [];
      const quoted = (all: readonly Evidence[]) => all.map((at) => ({ at, quote: quoteOf(at, transcript) }));
      const evidence = quoted(result.evidence);
      const signs = (result.signs ?? []).map(({ name, evidence }) => ({ name, evidence: quoted(evidence) }));
      const points = result.notTrusted
        ? null
        : result.outcome === 'met'
          ? weight
          : result.outcome === 'not_met'
            ? 0
            : null;
      const worth = byRulesOrActs(result) ? worthOf(item) : null;
      const proposal = proposalView(result, seen, quoted);
      const shown = { title, sectionId: section.id, weight, critical, clause, advice, points };
      return [{ ...result, ...shown, worth, evidence, signs, proposal }];
    }),
  );
}

/** While it moves nothing, a proposal is there for those who judge, and open to them once they looked or a person has answered. */
function proposalView(
  { itemId, proposal }: ItemResult,
  seen: SeenProposals,
  quoted: (evidence: readonly Evidence[]) => ScorecardItem['evidence'],
): ProposalView | null {
  if (!proposal) return null;
  if (proposal.state === 'counted') {
    const { state, model, served, outcome, evidence, agreement } = proposal;
    return { state, model, served, outcome, evidence: quoted(evidence), agreement };
  }
  if (!seen) return null;
  const { model } = proposal;
  if (proposal.state === 'none') return { state: 'none', model, why: proposal.why };
  if (!seen.has(itemId)) return { state: 'hidden', model };
  const { state, served, outcome, evidence, checked } = proposal;
  return { state, model, served, outcome, evidence: quoted(evidence), checked };
}

/** Cuts the words that a piece of evidence points at. */
function quoteOf(at: Evidence, transcript: Transcript | null): string | null {
  if (at.kind !== 'words' || !transcript) return null;
  return transcript.turns[at.turn]?.text.slice(at.fromChar, at.toChar) ?? null;
}
