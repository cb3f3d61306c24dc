import type { Permission, SetUpStep, SetUpStepName } from '#contracts';

/** Where a step is done, by whom. */
interface Place {
  to: string;
  needs: Permission;
  /** Null: the product does it. */
  by: 'administrator' | 'quality_manager' | 'legal' | null;
}

const PLACES: Record<SetUpStepName, Place> = {
  administrators: { to: '/people', needs: 'people.manage', by: 'administrator' },
  profile: { to: '/company/profile', needs: 'company.manage', by: 'administrator' },
  staff: { to: '/company/clients', needs: 'people.manage', by: 'administrator' },
  quality_manager: { to: '/people', needs: 'people.manage', by: 'administrator' },
  checklist: { to: '/checklists', needs: 'checklists.read', by: 'quality_manager' },
  engine: { to: '/processing', needs: 'processing.read', by: 'administrator' },
  legal: { to: '/people', needs: 'people.manage', by: 'administrator' },
  listening: { to: '/legal/grants', needs: 'grants.propose', by: 'legal' },
  call: { to: '/upload', needs: 'calls.ingest', by: 'quality_manager' },
  score: { to: '/calls', needs: 'calls.read', by: null },
};

/** A role that waits for a second person is approved elsewhere; a call that stopped is on the board. */
export function placeOf({ step, waitsFor }: SetUpStep): Place {
  const place = PLACES[step];
  if ((waitsFor === 'approval' || waitsFor === 'confirmation') && place.by === 'administrator')
    return { ...place, to: '/role-proposals', needs: 'roles.approve' };
  if (waitsFor === 'attention') return { ...place, to: '/processing', needs: 'processing.read' };
  return place;
}
