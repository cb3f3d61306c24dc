import { type Evidence, type Transcript } from '#contracts';
import { type Scored } from '#quality';

/** What a line says of one dialogue, spoken or written. */
export interface ScoreLine {
  id: string;
  checklist: Scored['checklist'];
  items: Record<string, ItemLine>;
}

interface ItemLine {
  outcome: string;
  source: string;
  confidence: number;
  evidence: Quote[];
  /** What may have happened besides, and decides nothing: "sent_elsewhere". Absent where nothing of the kind was heard. */
  signs?: { name: string; evidence: Quote[] }[];
}

interface Quote {
  turn: number;
  text: string;
}

const quotes = ({ turns }: Transcript, evidence: readonly Evidence[]): Quote[] =>
  evidence.flatMap((one) =>
    one.kind === 'words' ? [{ turn: one.turn, text: turns[one.turn]!.text.slice(one.fromChar, one.toChar) }] : [],
  );

/** The results of a dialogue, with the words that each rests on. */
export function lineOf(id: string, transcript: Transcript, { checklist, items }: Scored): ScoreLine {
  const results = items.map(({ itemId, outcome, source, confidence, evidence, signs }): [string, ItemLine] => {
    const told = signs?.map((sign) => ({ name: sign.name, evidence: quotes(transcript, sign.evidence) }));
    return [
      itemId,
      { outcome, source, confidence, evidence: quotes(transcript, evidence), ...(told && { signs: told }) },
    ];
  });
  return { id, checklist, items: Object.fromEntries(results) };
}
