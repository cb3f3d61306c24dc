import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ENV, type Env, type JobHandlers } from '#platform';
import { getterOf } from '../service-getter.js';
import { handlerOf, type JobRow } from './job-row.js';
import { JOB_ROWS } from './jobs.js';
import { RunningJobs } from './running-jobs.js';

/** The handlers by their jobs' names, counted while they run. */
@Injectable()
export class HandlerSet {
  readonly byName: JobHandlers;

  constructor(running: RunningJobs, services: ModuleRef, @Inject(ENV) env: Env) {
    const get = getterOf(services);
    const made = Object.entries<JobRow>(JOB_ROWS).map(([name, row]) => [name, handlerOf(row, get, env)]);
    this.byName = running.watch(Object.fromEntries(made) as JobHandlers);
  }
}
