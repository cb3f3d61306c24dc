/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { canonicalJson, commitTo, GENESIS, headMessage, nextChainHash, type ChainedEntry } from './chain.rules.js';
