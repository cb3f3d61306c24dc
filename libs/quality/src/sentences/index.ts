export { CONDITION_SENTENCES } from './conditions.js';
export { FACT_VALUES, QUERY_SENTENCE } from './options.js';
export { leftOver, sayCheck, sayCondition, sayNode, sentenceOf, CHECK_SENTENCES, type Saying } from './say.rules.js';
export {
  isUnset,
  piecesOf,
  valueAt,
  withValue,
  type KindSentence,
  type Node as SentenceNode,
  type Option as SentenceOption,
  type Piece as SentencePiece,
  type SentenceField,
} from './sentence.js';
