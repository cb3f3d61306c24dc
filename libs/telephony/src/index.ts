export { legFacts, type KnownLeg } from './leg-facts.rules.js';
