import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * How far items are trusted is measured on calls that were drawn at random. A judgement says itself whether its call was, so that scoring need
 * not know of plans and draws.
 */
export class DrawnAtRandom1795831200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table blind_judgement add column drawn_at_random boolean not null default false');
    await runner.query(`
      update blind_judgement blind set drawn_at_random = true
      from review_assignment drawn
        join sampling_draw one on one.id = drawn.draw_id
        join sampling_plan_version plan on plan.plan_id = one.plan_id and plan.version = one.plan_version
      where drawn.id = blind.assignment_id and plan.content->>'kind' = 'random'`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
