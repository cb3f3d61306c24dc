export { legFacts, type KnownLeg } from './leg-facts.rules.js';
export * from './rules.js';
