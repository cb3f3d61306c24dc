export { ChecklistVersion, CountingScorecard, Scorecard } from './scorecard.entity.js';
