import { type Language, type SetUp, type SetUpStep, type SetUpStepName, type SetUpWait } from '#contracts';

/** How many people hold a role: those who have opened their accounts, those who have not, those whom a colleague has to confirm, and roles that wait for a second person. */
export interface Holders {
  opened: number;
  unopened: number;
  unconfirmed: number;
  proposed: number;
}

/** What the database says of a new installation, as counts. */
export interface SetUpFacts {
  administrators: Holders;
  qualityManagers: Holders;
  /** People who may propose or publish a standing grant. */
  legal: Holders;
  /** Those of `legal` who may publish one. */
  publishers: number;
  /** Is it in force now, and does one person in it see calls, and publish who may hear them? */
  smallHouse: boolean;
  seesCalls: boolean;
  /** 1: as the first administrators' command wrote it. */
  profileVersion: number;
  /** People who can take calls: they belong to a team, and do not run the installation. */
  staff: number;
  languages: readonly Language[];
  /** Versions of the retention schedule that two people agreed to, and those that wait. */
  schedules: { published: number; proposed: number };
  /** Standing grants that were ever published, and proposals that wait. */
  grants: { published: number; proposed: number };
  calls: { all: number; scored: number; underWay: number; stopped: number };
}

/** Four eyes are the rule in three places: roles, standing grants and what else administrators do. In a small house one person has them. */
const TWO = 2;

/** The profile may be right as it is, and a worker that starts again has no engine for a moment: neither makes an installation a new one. */
const PASSING: readonly SetUpStepName[] = ['profile', 'engine'];

type Found = [step: SetUpStepName, done: boolean, waitsFor: SetUpWait | null, canWait?: boolean];

/** The steps to a first scored call, each with how it stands. */
export function setUpOf(facts: SetUpFacts, scoredCallId: string | null = null): SetUp {
  const { administrators, qualityManagers, legal, publishers, grants, schedules, calls, smallHouse } = facts;
  const found: Found[] = [
    ['administrators', administrators.opened >= (smallHouse ? 1 : TWO), waitOf(administrators)],
    ['profile', facts.profileVersion > 1, null, true],
    ['staff', facts.staff > 0, null],
    ['quality_manager', qualityManagers.opened > 0 || (smallHouse && facts.seesCalls), waitOf(qualityManagers)],
    ['engine', facts.languages.length > 0, null],
    ['legal', legal.opened >= (smallHouse ? 1 : TWO) && publishers > 0, waitOf(legal), true],
    ['listening', grants.published > 0, grants.proposed > 0 ? 'approval' : null, true],
    // Calls are scored without it, and would be kept for ever.
    ['retention', schedules.published > 0, schedules.proposed > 0 ? 'approval' : null, true],
    ['call', calls.all > 0, null],
    ['score', calls.scored > 0, calls.underWay > 0 ? 'hearing' : calls.stopped > 0 ? 'attention' : null],
  ];
  const steps = found.map(stepOf);
  const finished = steps.every(({ step, state }) => state === 'done' || PASSING.includes(step));
  return { finished, steps, languages: [...facts.languages], scoredCallId };
}

function stepOf([step, done, waitsFor, canWait = false]: Found): SetUpStep {
  if (done) return { step, state: 'done', waitsFor: null, canWait };
  return { step, state: waitsFor ? 'waiting' : 'open', waitsFor, canWait };
}

/** A role that waits for approval comes first: without it the account opens to nothing. */
function waitOf({ unopened, unconfirmed, proposed }: Holders): SetUpWait | null {
  if (proposed > 0) return 'approval';
  if (unconfirmed > 0) return 'confirmation';
  return unopened > 0 ? 'opening' : null;
}
