export { ACT_STEPS, ACTS_OF, AGENT_ACTS, CUSTOMER_ACTS, GROUPS, type Act, type ActSpeaker } from './acts.js';
export {
  MARGIN_ONE,
  prepareActs,
  prepareMargins,
  UNSEEN_NGRAM_WEIGHT,
  readWeights,
  writeWeights,
  type ActWeights,
  type SideWeights,
} from './act-weights.rules.js';
export { featuresOf } from './features.rules.js';
export { sentencesOf } from './sentences.rules.js';
export { prepareFindActs, type ActReader, type FindActs } from './find-acts.rules.js';
export { ACTS_ENGINE, type ActedSentence, type ActsName, type FoundActs } from './found-acts.js';
