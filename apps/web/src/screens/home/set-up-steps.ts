import type { Permission, SetUpStep, SetUpStepName } from '#contracts';

/** Where a step is done, by whom. */
interface Place {
  to: string;
  needs: Permission;
  by: 'administrator' | 'quality_manager' | 'legal' | 'readers';
}

const PLACES: Record<SetUpStepName, Place> = {
  administrators: { to: '/company/small-house', needs: 'company.manage', by: 'administrator' },
  profile: { to: '/company/profile', needs: 'company.manage', by: 'administrator' },
  staff: { to: '/company/clients', needs: 'people.manage', by: 'administrator' },
  quality_manager: { to: '/people', needs: 'people.manage', by: 'administrator' },
  engine: { to: '/processing', needs: 'processing.read', by: 'administrator' },
  legal: { to: '/people', needs: 'people.manage', by: 'administrator' },
  listening: { to: '/legal/grants', needs: 'grants.propose', by: 'legal' },
  retention: { to: '/retention/schedule', needs: 'retention.manage', by: 'administrator' },
  call: { to: '/upload', needs: 'calls.ingest', by: 'quality_manager' },
  score: { to: '/calls', needs: 'calls.read', by: 'readers' },
};

/** A role that waits for a second person is approved elsewhere; a call that stopped is on the board. */
export function placeOf({ step, state, waitsFor }: SetUpStep, scoredCallId: string | null): Place {
  const place = PLACES[step];
  if ((waitsFor === 'approval' || waitsFor === 'confirmation') && place.by === 'administrator' && step !== 'retention')
    return { ...place, to: '/role-proposals', needs: 'roles.approve' };
  if (step === 'score' && state === 'done' && scoredCallId) return { ...place, to: `/calls/${scoredCallId}` };
  if (waitsFor === 'attention') return { ...place, to: '/processing', needs: 'processing.read' };
  return place;
}
