import { mustBeTold, type DelegableWork, type NotificationKind } from '#contracts';

/** What a deputy is told of in place of the person who is away. What is about that person themselves goes to no one else. */
const ROUTED: Record<DelegableWork, readonly NotificationKind[]> = {
  approvals: ['submitted', 'agreed', 'answered'],
  disputes: ['dispute_filed', 'dispute_escalated'],
  reviews: ['review_assigned', 'review_given', 'review_handed_on'],
  promises: ['promise_questioned'],
  coaching: ['coaching_answered', 'coaching_acknowledged', 'coaching_evaluated', 'coaching_goal_ended'],
  messages: [
    'alarm_raised',
    'alarm_cleared',
    'critical_many',
    'rings_few',
    'complete_few',
    'grant_ending',
    'grant_ended',
  ],
};

/** An absence in force. */
export interface StandingIn {
  absenceId: string;
  personId: string;
  deputyPersonId: string;
  works: readonly DelegableWork[];
}

interface Recipient {
  personId: string;
  kind: NotificationKind;
}

/** The recipients with the deputies of those who are away: a deputy who is told anyway is told once, as themselves. */
export function withDeputies<T extends Recipient>(
  recipients: readonly T[],
  absences: readonly StandingIn[],
  actor: string | null,
): (T & { absenceId: string | null; silent: boolean })[] {
  const told = new Set([...recipients.map(({ personId }) => personId), ...(actor === null ? [] : [actor])]);
  const own = recipients.map((one) => ({ ...one, absenceId: null, silent: isSilent(one, absences) }));
  const deputies = recipients.flatMap((one) =>
    absences
      .filter(
        ({ personId, works }) => personId === one.personId && works.some((work) => ROUTED[work].includes(one.kind)),
      )
      .filter(({ deputyPersonId }) => !told.has(deputyPersonId) && told.add(deputyPersonId))
      .map(({ absenceId, deputyPersonId }) => ({ ...one, personId: deputyPersonId, absenceId, silent: false })),
  );
  return [...own, ...deputies];
}

/** Neither mail nor chat: it lies under the bell until they are back. */
const isSilent = ({ personId, kind }: Recipient, absences: readonly StandingIn[]): boolean =>
  !mustBeTold(kind) &&
  absences.some(
    (one) => one.personId === personId && one.works.some((work) => work === 'messages' || ROUTED[work].includes(kind)),
  );
