import { type CallView, type Heard, type Query } from '../scoring/call-view.rules.js';

/** What a customer comes with, from harmless to grave. */
export const SITUATIONS = ['question', 'problem', 'complaint', 'upset'] as const;
export type SituationKind = (typeof SITUATIONS)[number];

export interface Situation {
  readonly kind: SituationKind;
  /** False where it may as well be less than it looks: only one faint sign, or words that can merely ask. */
  readonly sure: boolean;
  /** The customer's words that say so, in the order of the call; empty for a mere question. */
  readonly heard: readonly Heard[];
}

const byCustomer = (lookFor: string[]): Query => ({
  lookFor,
  speaker: 'customer',
  zone: 'anywhere',
  atStart: false,
  notWithin: [],
});

const COMPLAINT = byCustomer(['complaint', 'escalation_request']);
const UPSET = byCustomer(['upset']);
const TROUBLE = byCustomer(['trouble', 'tried_already']);
const FURTHER: Query = { ...byCustomer(['further_help', 'satisfaction_asked']), speaker: 'agent' };
const POSSIBLE = byCustomer(['possible_trouble']);

/** Marks of somebody beside themselves: "!!", "?!", whole words in capitals. */
const EMPHASIS = /[!！]{2,}|[?？][!！]|[!！][?？]|[?？]{2,}|(?:\b[A-Z]{4,}\b\W+){2,}/;

const inOrder = (heard: Heard[]): Heard[] => heard.sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);

/** Whole spans count once: "still not working" is no two signs because two phrases meet in it. */
function places(heard: readonly Heard[]): number {
  let count = 0;
  let last: Heard | null = null;
  for (const one of heard) {
    if (!last || last.turn !== one.turn || one.fromChar >= last.toChar) count++;
    if (!last || last.turn !== one.turn || one.toChar > last.toChar) last = one;
  }
  return count;
}

/** "没了", "no": in few words right after "anything else?" these are no trouble. */
const FEW_WORDS = 6;

/** Leaves out what only answers the agent's question whether anything else is needed. */
function voiced(call: CallView, query: Query): Heard[] {
  const asked = new Set(call.hear(FURTHER).map(({ turn }) => turn + 1));
  return call.hear(query).filter(({ turn }) => !asked.has(turn) || call.symbolsOf(turn).length > FEW_WORDS);
}

function judge(call: CallView): Situation {
  const [complaint, upset, trouble] = [voiced(call, COMPLAINT), voiced(call, UPSET), voiced(call, TROUBLE)];
  const emphatic = call.turns.some(({ speaker, text }) => speaker === 'customer' && EMPHASIS.test(text));
  const all = inOrder([...complaint, ...upset, ...trouble]);
  const exact = all.some(({ exactness }) => exactness >= 1);
  if (upset.length > 0) return { kind: 'upset', sure: exact || places(all) > 1, heard: all };
  if (complaint.length > 0) return { kind: 'complaint', sure: exact || places(all) > 1, heard: all };
  const possible = call.hear(POSSIBLE);
  if (trouble.length > 0) {
    return { kind: 'problem', sure: places(all) > 1 || possible.length > 0 || emphatic || exact, heard: all };
  }
  if (possible.length > 0)
    return { kind: emphatic || places(possible) > 1 ? 'problem' : 'question', sure: false, heard: possible };
  return { kind: 'question', sure: !emphatic, heard: [] };
}

/** What the customer came with: the gravest of what they voiced. */
export const situationOf = (call: CallView): Situation => call.once('situation', () => judge(call));
