export { IndexWordsService } from './index-words.service.js';
export { keyedToken } from './keyed-tokens.rules.js';
export { legibleText, readUnits } from './legible-text.rules.js';
export { findTerm, readQuery, type Found, type Term, type WordQuery } from './query.rules.js';
export { SearchKeys } from './search-keys.service.js';
export { SearchModule } from './search.module.js';
export { IndexedWords, SearchKey } from './search.entity.js';
export { placeOf, speakerBit, tokensIn, tokensOfTranscript, turnOfPlace } from './tokens.rules.js';
export { UnindexedWords } from './unindexed.service.js';
