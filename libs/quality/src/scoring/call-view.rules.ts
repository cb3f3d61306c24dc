import {
  type Bilingual,
  type CompanyProfile,
  type InsufficientReason,
  type LegFacts,
  type Speaker,
  type Transcript,
  type Turn,
} from '#contracts';
import { z } from 'zod';
import { type CompiledLexicon } from '../lexicons/lexicon.rules.js';
import { type PhraseMatch } from '../matching/phrase-matcher.rules.js';
import { type Symbols } from '../matching/symbols.rules.js';
import { turnsOfZone, ZONES, type Zone } from './zones.rules.js';

/** What is looked for, from whom and where. Part of a checklist's data. */
export const querySchema = z.strictObject({
  lookFor: z.array(z.string()).min(1),
  speaker: z.enum(['agent', 'customer', 'anyone']).default('agent'),
  zone: z.enum(ZONES).default('anywhere'),
  /** Only at the very start of a turn: "right, …" answers, "all right" in the middle does not. */
  atStart: z.boolean().default(false),
  /** Matches that lie inside one of these are something else: "this is Green Bank" is no person's name. */
  notWithin: z.array(z.string()).default([]),
});
export type Query = z.infer<typeof querySchema>;

export interface Heard extends PhraseMatch {
  readonly turn: number;
}

interface CallInput {
  transcript: Transcript;
  transcriptVersion: number;
  facts: LegFacts;
  profile: CompanyProfile;
  lexicon: CompiledLexicon;
  minimumWords: number;
}

/** No call says one thing more often; checks may compare each with each. */
const MOST_HEARD = 500;

const overlap = (a: Heard, b: Heard): boolean => a.turn === b.turn && a.fromChar < b.toChar && b.fromChar < a.toChar;

/** One call as checks see it: its facts, and its words with everything the lexicon knows already found, in one pass. */
export class CallView {
  readonly turns: readonly Turn[];
  readonly facts: LegFacts;
  readonly profile: CompanyProfile;
  readonly transcript: Transcript;
  readonly transcriptVersion: number;
  private readonly symbols: readonly Symbols[];
  private found: Map<string, Heard[]> | null = null;
  private readonly zones = new Map<Zone, number[]>();

  constructor(private readonly input: CallInput) {
    ({ facts: this.facts, profile: this.profile, transcript: this.transcript } = input);
    this.transcriptVersion = input.transcriptVersion;
    this.turns = input.transcript.turns;
    this.symbols = this.turns.map((turn) => input.lexicon.matcher.symbols(turn.text));
  }

  /** False for written dialogues and other transcripts whose turns carry no real times. */
  get timed(): boolean {
    return this.transcript.durationMs > 0;
  }

  /** Why items that rest on words must abstain, or null. */
  wordsUnusable(): InsufficientReason | null {
    if (this.transcript.unreliable.length > 0) return 'words_unreliable';
    if (this.turns.some((turn) => turn.speaker === 'unknown')) return 'speakers_unknown';
    const words = this.symbols.reduce((sum, { length }) => sum + length, 0);
    const agentSpeaks = this.turns.some((turn) => turn.speaker === 'agent' && this.symbols[turn.index]!.length > 0);
    return words < this.input.minimumWords || !agentSpeaks ? 'too_few_words' : null;
  }

  symbolsOf(turn: number): Symbols {
    return this.symbols[turn]!;
  }

  /** The turns that a query looks at. */
  turnsOf({ speaker, zone }: { speaker: Speaker | 'anyone'; zone: Zone }): number[] {
    const known = this.zones.get(zone) ?? turnsOfZone(this.transcript, zone, (turn) => this.symbols[turn]!.length);
    this.zones.set(zone, known);
    return known.filter((turn) => speaker === 'anyone' || this.turns[turn]!.speaker === speaker);
  }

  /** Every match of a query, in the order of the call. */
  hear(query: Query): Heard[] {
    const turns = new Set(this.turnsOf(query));
    const all = this.everything();
    const elsewhere = query.notWithin.flatMap((entry) => all.get(entry) ?? []);
    return query.lookFor
      .flatMap((entry) => all.get(entry) ?? [])
      .filter(
        (heard) =>
          turns.has(heard.turn) &&
          (!query.atStart || this.isAtStart(heard)) &&
          !elsewhere.some((other) => overlap(other, heard)),
      )
      .sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar || b.toChar - a.toChar)
      .slice(0, MOST_HEARD);
  }

  /** How the looked-for things are called, joined for a sentence. */
  titles(entries: readonly string[]): Bilingual {
    const titles = entries.map((entry) => this.input.lexicon.titleOf(entry));
    return {
      zh: [...new Set(titles.map((t) => t.zh))].join('、'),
      en: [...new Set(titles.map((t) => t.en))].join(' or '),
    };
  }

  private isAtStart({ turn, fromChar }: Heard): boolean {
    return fromChar === this.symbols[turn]!.fromChar[0];
  }

  private everything(): Map<string, Heard[]> {
    if (this.found) return this.found;
    this.found = new Map();
    for (const { index, text } of this.turns) {
      for (const match of this.input.lexicon.matcher.match(text, this.symbols[index])) {
        const list = this.found.get(match.entry);
        if (list) list.push({ ...match, turn: index });
        else this.found.set(match.entry, [{ ...match, turn: index }]);
      }
    }
    return this.found;
  }
}
