import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { QualityModule } from '#quality';
import { ReviewsModule } from '#reviews';
import { CoachingOfLegs } from './end-of-leg.js';
import { BestCalls } from './best-calls/best-calls.service.js';
import { CoachingGoals } from './goals/coaching-goals.service.js';
import { SelfEvaluations } from './evaluations/self-evaluations.service.js';
import { CoachingMoments } from './acts/coaching-moments.service.js';
import { CoachingReplies } from './acts/coaching-replies.service.js';
import { CoachingSessions } from './acts/coaching-sessions.service.js';

const SERVICES = [
  BestCalls,
  CoachingGoals,
  CoachingSessions,
  CoachingMoments,
  CoachingReplies,
  SelfEvaluations,
  CoachingOfLegs,
];

/** What coaches and agents say to each other about calls. */
@Module({ imports: [JournalModule, QualityModule, ReviewsModule], providers: SERVICES, exports: SERVICES })
export class CoachingModule {}
