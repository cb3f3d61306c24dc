export { UPKEEP_KINDS, UpkeepRun, type UpkeepFact, type UpkeepKind, type UpkeepOutcome } from './upkeep-run.entity.js';
export { UpkeepService } from './upkeep.service.js';
