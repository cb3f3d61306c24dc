import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type RecertifiedKind } from '#contracts';
import { AbsenceService, GroupRolesService, ServiceTokens, TokenService } from '#people';

type End = (tx: EntityManager, rightId: string, actorPersonId: string) => Promise<unknown>;

/** How rights end that a review ends by its answer: as on their own screens, and nothing where they ended meanwhile. */
@Injectable()
export class RightEndings {
  private readonly ends: Partial<Record<RecertifiedKind, End>>;

  constructor(tokens: TokenService, services: ServiceTokens, groups: GroupRolesService, absences: AbsenceService) {
    this.ends = {
      token: (tx, id, actor) => tokens.revokeWithin(tx, id, null, actor),
      service_token: (tx, id, actor) => services.revokeWithin(tx, id, actor),
      group: (tx, id, actor) => groups.endWithin(tx, id, actor),
      deputy: (tx, id, actor) => absences.endWithin(tx, id, actor),
    };
  }

  /** @returns the way in which a right of this kind ends here; none for roles and standing grants */
  of(kind: RecertifiedKind): End | undefined {
    return this.ends[kind];
  }
}
