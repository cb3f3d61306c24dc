import { z } from 'zod';

/** Who decides next: a supervisor of the team, then, if the agent goes on, a quality manager. */
export const disputeStageSchema = z.enum(['supervisor', 'quality_manager']);
export type DisputeStage = z.infer<typeof disputeStageSchema>;
