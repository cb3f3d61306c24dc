/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { toldFromWords } from './engines/tell-language.rules.js';
export { withoutLeaks } from './turns/leaked-words.rules.js';
export { spanTimes } from './turns/span-times.rules.js';
export { type ChannelWords, mergeTurns, numberTurns, TURN_GAP_MS } from './turns/turns.rules.js';
export { type Hearing, judgeReliability } from './reliability.rules.js';
export { digitRuns } from './redaction/numbers/digit-runs.rules.js';
export { findSpans, REDACTION_RULES_VERSION } from './redaction/find-spans.rules.js';
export { isHidden, MASK, maskTranscript } from './redaction/mask-transcript.rules.js';
export { NO_SPANS, openSpans, spansIn, type SpansJson } from './redaction/spans-json.rules.js';
export { uncutSpans } from './redaction/spans-of-sound.rules.js';
export { findTerm, readQuery, type Found, type Term, type WordQuery } from './search/query.rules.js';
export { transcriptsRefusals } from './refusals.js';
export * from './numbers/index.js';
