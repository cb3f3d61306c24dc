import {
  type Bilingual,
  type CallMeasures,
  type CompanyProfile,
  type InsufficientReason,
  type Language,
  type ScoringFacts,
  type Transcript,
  type Turn,
} from '#contracts';
import { CallActs } from '../acts/call-acts.rules.js';
import { SHAPES } from '../conversation/shapes.rules.js';
import { type Introductions } from '../matching/introduction-words.rules.js';
import { measuredConfidence } from '../lexicons/confidence.rules.js';
import { type OwnLists, type OwnPhrases } from '../lexicons/own-lists.rules.js';
import { isNegatedAt } from '../matching/phrase-matcher.rules.js';
import { type Symbols } from '../matching/symbols.rules.js';
import { beginsTurn, everythingHeard, heardAsWorn } from './everything-heard.rules.js';
import { heardLoosely } from './heard-loosely.rules.js';
import { type Heard, type HeardCall, type Place, type Query } from '../call/heard-call.js';
import { turnsOfZone } from '../call/zones.rules.js';
import { type CallInput, type ModelAnswers } from './call-input.js';

/** A zone and a speaker, worked out for one call. */
interface Scope {
  readonly turns: readonly number[];
  readonly includes: readonly boolean[];
}

const NOTHING: readonly Heard[] = [];

/** No call says one thing more often; checks may compare each with each. */
const MOST_HEARD = 500;

const inOrder = (a: Heard, b: Heard): number => a.turn - b.turn || a.fromChar - b.fromChar || b.toChar - a.toChar;

const overlap = (a: Heard, b: Heard): boolean => a.turn === b.turn && a.fromChar < b.toChar && b.fromChar < a.toChar;
const within = (a: Heard, b: Heard): boolean => a.turn === b.turn && a.fromChar >= b.fromChar && a.toChar <= b.toChar;

/** One call as checks see it: its facts, and its words with everything the lexicon knows already found, in one pass. */
export class CallView implements HeardCall {
  readonly turns: readonly Turn[];
  readonly facts: ScoringFacts;
  readonly profile: CompanyProfile;
  readonly transcript: Transcript;
  readonly transcriptVersion: number;
  readonly lexiconHash: string;
  /** What was measured of the sound; null when nothing was. */
  readonly measures: CallMeasures | null;
  readonly answers: ModelAnswers;
  /** What its sentences do; null where acts were not found, or not by what was measured. */
  readonly acts: CallActs | null;
  /** What a language model says that they do; null where none was asked. */
  readonly toldActs: CallActs | null;
  /** The model's name. */
  readonly actsModel: string | null;
  /** Characters (zh) or words (en) of all speakers. */
  readonly wordCount: number;
  private readonly agentSpeaks: boolean;
  private readonly symbols: readonly Symbols[];
  private found: readonly (readonly Heard[] | undefined)[] | null = null;
  private readonly scopes: Map<string, Scope>;
  private readonly made: Map<string, unknown>;
  private ownFound: readonly (readonly Heard[] | undefined)[] | null = null;

  /** @param listened the same call without a checklist's own lists: what was worked out of it is not worked out again */
  constructor(
    private readonly input: CallInput,
    private readonly own: OwnPhrases | null = null,
    private readonly listened: CallView | null = null,
  ) {
    this.scopes = listened?.scopes ?? new Map<string, Scope>();
    this.made = listened?.made ?? new Map<string, unknown>();
    ({ facts: this.facts, profile: this.profile, transcript: this.transcript } = input);
    this.transcriptVersion = input.transcriptVersion;
    this.lexiconHash = input.lexiconHash;
    this.measures = input.measures ?? null;
    this.answers = input.answers ?? {};
    const { turns } = input.transcript;
    const hasLayer = input.acts && !input.acts.model?.isAlone;
    this.acts = listened?.acts ?? (hasLayer ? new CallActs(input.acts!, turns) : null);
    this.toldActs = listened?.toldActs ?? (input.acts ? CallActs.told(input.acts, turns) : null);
    this.actsModel = input.acts?.model?.name ?? null;
    this.turns = input.transcript.turns;
    this.symbols = listened?.symbols ?? this.turns.map((turn) => input.lexicon.matcher.symbols(turn.text));
    this.wordCount = this.symbols.reduce((sum, { length }) => sum + length, 0);
    this.agentSpeaks = this.turns.some((turn) => turn.speaker === 'agent' && this.symbols[turn.index]!.length > 0);
  }

  /** The same call, in which the lists of a checklist's own are heard beside those of the product. */
  with(lists: OwnLists | null): CallView {
    return lists ? new CallView(this.input, lists(this.input.lexicon), this) : this;
  }

  /** False for written dialogues and other transcripts whose turns carry no real times. */
  get timed(): boolean {
    return this.transcript.durationMs > 0;
  }

  /** A speaker uses the other language in it. */
  get isMixed(): boolean {
    return this.turns.some(({ language }) => language !== undefined);
  }

  /** A check's own confidence as the reliability that was measured for the item. */
  confidenceOf(itemId: string, raw: number): number {
    return measuredConfidence(this.input.confidence, this.transcript.language, itemId, raw);
  }

  /** Why items that rest on words must abstain, or null. */
  wordsUnusable(minimumWords: Readonly<Record<Language, number>>): InsufficientReason | null {
    if (this.transcript.unreliable.length > 0) return 'words_unreliable';
    const unknown = this.turns.filter((turn) => turn.speaker === 'unknown' && !turn.other);
    if (unknown.some(({ label }) => label !== undefined)) return 'speakers_unnamed';
    if (unknown.length > 0) return 'speakers_unknown';
    if (this.oneSideOnly) return 'one_side_missing';
    const enough = this.wordCount >= minimumWords[this.transcript.language];
    return enough && this.agentSpeaks ? null : 'too_few_words';
  }

  /** A silent channel says nothing about the person on it. */
  private get oneSideOnly(): boolean {
    if (this.measures?.sidesUnknown !== 'one_way') return false;
    return new Set(this.turns.map(({ speaker }) => speaker)).size < 2;
  }

  /** The words that ask for data, of the call's language; null where the lexicon has none. */
  get dataWords(): RegExp | null {
    return this.input.lexicon.dataWords;
  }

  /** What a recogniser leaves of a salutation. */
  get salutationRemnants(): readonly Symbols[] {
    return this.input.lexicon.salutationRemnants;
  }

  /** How people say who they are, of the call's language; null where the lexicon does not tell. */
  get introductions(): Introductions | null {
    return this.input.lexicon.introductions;
  }

  /** The company profile names the company in the call's language. */
  get companyKnown(): boolean {
    return this.profile.names[this.transcript.language].length > 0;
  }

  /** What several checks need of a call is worked out once, by the first that asks. `key` names it; always the same `make` for a key. */
  once<T>(key: string, make: () => T): T {
    const known = this.made.get(key);
    if (known !== undefined) return known as T;
    const made = make();
    this.made.set(key, made);
    return made;
  }

  symbolsOf(turn: number): Symbols {
    return this.symbols[turn]!;
  }

  /** The turns that a query looks at. */
  turnsOf(query: Pick<Query, 'speaker' | 'zone'> & Partial<Query>): readonly number[] {
    const turns = this.placed(query, this.scope(query).turns);
    const { after, before } = query;
    if (!after && !before) return turns;
    const [from, to] = [after ? this.firstOf(after) : null, before ? this.firstOf(before) : null];
    return turns.filter((turn) => (!after || (from !== null && turn >= from.turn)) && (!to || turn <= to.turn));
  }

  /** Every match of a query, in the order of the call. */
  hear(query: Query): Heard[] {
    const { includes } = this.scope(query);
    const heard: Heard[] = [];
    for (const entry of query.lookFor) {
      for (const one of this.of(entry)) {
        if (
          includes[one.turn] &&
          (!query.atStart || beginsTurn(this.turns[one.turn]!.text, this.symbols[one.turn]!, one))
        )
          heard.push(one);
      }
    }
    if (heard.length === 0 && query.loosely) {
      const { turns } = this.scope({ speaker: query.speaker, zone: query.loosely });
      heard.push(...heardLoosely(query.lookFor, turns, this.symbols, this.input.lexicon));
    }
    if (heard.length === 0) return heard;
    const elsewhere = query.notWithin.flatMap((entry) => this.of(entry));
    return this.narrowed(query, heard)
      .filter((one) => !elsewhere.some((other) => overlap(other, one)))
      .sort(inOrder)
      .slice(0, MOST_HEARD);
  }

  /** What could be one of these entries by its sound alone, and is written as no other of the lexicon's. Nothing rests on it but a doubt. */
  soundingLike(entries: readonly string[]): Heard[] {
    const { matcher } = this.input.lexicon;
    const alike = this.once('sounding_like', () => everythingHeard(matcher, this.symbols, { bySound: 'wholly' }));
    const found = entries.flatMap((entry) => alike[matcher.indexOf(entry) ?? -1] ?? NOTHING);
    if (found.length === 0) return found;
    const written = this.everything().flatMap((list) => list?.filter(({ exactness }) => exactness === 1) ?? NOTHING);
    return found.filter((one) => !written.some((other) => within(one, other)));
  }

  /** The matches of a lexicon's entry, or the places of a shape. */
  private of(entry: string): readonly Heard[] {
    const shape = SHAPES[entry];
    if (shape) return this.once(entry, () => shape.find(this));
    const ownIndex = this.own?.matcher.indexOf(entry);
    if (ownIndex !== undefined) return this.everythingOwn()[ownIndex] ?? NOTHING;
    const index = this.input.lexicon.matcher.indexOf(entry);
    return (index === undefined ? undefined : this.everything()[index]) ?? NOTHING;
  }

  /** Where one of these is first said. */
  private firstOf({ lookFor, speaker }: Place): Heard | null {
    return this.hear({ lookFor, speaker, zone: 'anywhere', atStart: false, notWithin: [] })[0] ?? null;
  }

  private placed({ firstTurns, lastTurns, firstSeconds }: Partial<Query>, turns: readonly number[]): readonly number[] {
    const inTime = firstSeconds === undefined ? turns : turns.filter((turn) => this.beganWithin(turn, firstSeconds));
    const first = firstTurns === undefined ? inTime : inTime.slice(0, firstTurns);
    return lastTurns === undefined ? first : first.slice(-lastTurns);
  }

  /** Counted from the first word. Turns without real times are all looked at: a limit that cannot be told accuses no one. */
  private beganWithin(turn: number, seconds: number): boolean {
    return !this.timed || this.turns[turn]!.fromMs - this.turns[0]!.fromMs < seconds * 1000;
  }

  /** What a query asks beyond entry, speaker and zone; most ask nothing. */
  private narrowed(query: Query, heard: readonly Heard[]): readonly Heard[] {
    const { firstTurns, lastTurns, firstSeconds, after, before, negation = 'any' } = query;
    let left = heard;
    if (firstTurns !== undefined || lastTurns !== undefined || firstSeconds !== undefined) {
      const turns = new Set(this.placed(query, this.scope(query).turns));
      left = left.filter(({ turn }) => turns.has(turn));
    }
    if (after) {
      const from = this.firstOf(after);
      left = from ? left.filter((one) => inOrder(from, one) < 0) : [];
    }
    const to = before ? this.firstOf(before) : null;
    if (to) left = left.filter((one) => inOrder(one, to) < 0);
    if (negation === 'any') return left;
    return left.filter((one) => this.isNegated(one) === (negation === 'require'));
  }

  private isNegated({ turn, fromChar }: Heard): boolean {
    const symbols = this.symbols[turn]!;
    return isNegatedAt(symbols, symbols.fromChar.indexOf(fromChar));
  }

  private scope({ speaker, zone }: Pick<Query, 'speaker' | 'zone'>): Scope {
    const key = `${speaker} ${zone}`;
    let scope = this.scopes.get(key);
    if (!scope) {
      const inZone = turnsOfZone(this.transcript, zone, (turn) => this.symbols[turn]!.length);
      const turns = inZone.filter((turn) => speaker === 'anyone' || this.turns[turn]!.speaker === speaker);
      const includes = new Array<boolean>(this.turns.length).fill(false);
      for (const turn of turns) includes[turn] = true;
      this.scopes.set(key, (scope = { turns, includes }));
    }
    return scope;
  }

  /** Is it a list of the checklist's own without a phrase in the call's language? What it looks for may have been said. */
  isUnlisted(list: string): boolean {
    return this.own?.isUnlisted(list) ?? false;
  }

  /** How the looked-for things are called, joined for a sentence. */
  titles(entries: readonly string[]): Bilingual {
    const titles = entries.map(
      (entry) => SHAPES[entry]?.title ?? this.own?.titleOf(entry) ?? this.input.lexicon.titleOf(entry),
    );
    return {
      zh: [...new Set(titles.map((t) => t.zh))].join('、'),
      en: [...new Set(titles.map((t) => t.en))].join(' or '),
    };
  }

  private everything(): readonly (readonly Heard[] | undefined)[] {
    if (this.listened) return this.listened.everything();
    return (this.found ??= heardAsWorn(this.input.lexicon.matcher, this.symbols));
  }

  private everythingOwn(): readonly (readonly Heard[] | undefined)[] {
    const { matcher } = this.own!;
    return (this.ownFound ??= heardAsWorn(
      matcher,
      this.turns.map(({ text }) => matcher.symbols(text)),
    ));
  }
}
