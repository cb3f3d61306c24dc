import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { Assigning } from './assigning.js';
import { Assignments } from './assignments.service.js';
import { DrawnAgain } from './drawn-again.service.js';
import { GivenReviews } from './given-reviews.service.js';
import { OpenAssignments } from './open-assignments.service.js';
import { SamplingDraws } from './sampling-draws.service.js';
import { SamplingPlans } from './sampling-plans.service.js';

/** Draws calls for review. */
@Module({
  imports: [JournalModule, PeopleModule],
  providers: [Assigning, Assignments, GivenReviews, OpenAssignments, SamplingPlans, SamplingDraws, DrawnAgain],
  exports: [Assignments, GivenReviews, OpenAssignments, SamplingPlans, SamplingDraws, DrawnAgain],
})
export class SamplingModule {}
