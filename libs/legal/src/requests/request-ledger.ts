import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type LegalEventAction } from '#contracts';
import { Clock, newId } from '#platform';
import { LegalRequest, LegalRequestEvent } from './legal-request.entity.js';

import { moved, type RequestMove } from './request-states.js';
import { legalRefusals } from '../refusals.js';
import { requestNotThere } from './request-not-there.js';

/** What is written down beside a step. */
export interface Step {
  action: LegalEventAction;
  byPersonId: string | null;
  words?: string | undefined;
}

/** Keeps requests: one is locked before it is looked at, and every step is written down with it. */
@Injectable()
export class RequestLedger {
  constructor(private readonly clock: Clock) {}

  /** @throws DomainError `no_such_request` */
  async lock(tx: EntityManager, requestId: string): Promise<LegalRequest> {
    const request = await tx.findOne(LegalRequest, { where: { id: requestId }, lock: { mode: 'pessimistic_write' } });
    if (!request) throw legalRefusals.no_such_request();
    return request;
  }

  /** @throws DomainError `request_not_there` */
  async move(
    tx: EntityManager,
    request: LegalRequest,
    move: RequestMove,
    { step, change = {} }: { step: Step | null; change?: Partial<LegalRequest> },
  ): Promise<void> {
    const state = moved(request.state, move);
    if (state === null) throw requestNotThere(request.state);
    await tx.update(LegalRequest, request.id, { ...change, state, stateAt: this.clock.now() });
    if (step) await this.note(tx, request.id, step);
  }

  async note(tx: EntityManager, requestId: string, { action, byPersonId, words = undefined }: Step): Promise<void> {
    const row = { id: newId(), requestId, at: this.clock.now(), action, byPersonId, words: words ?? null };
    await tx.insert(LegalRequestEvent, row);
  }
}
