import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of which day, team and measure it was told that a figure passed its line (decision 86). */
export class FigureAlerts1795782100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figure_alert (
        id uuid primary key,
        day date not null,
        team_id uuid not null references team (id),
        measure text not null check (measure in ('critical', 'rings')),
        value int not null,
        of_calls int not null,
        line int not null,
        told_at timestamptz not null,
        unique (day, team_id, measure)
      );
      create index figure_alert_team on figure_alert (team_id);
      grant select, insert on figure_alert to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
