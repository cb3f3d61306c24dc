import { type DelegableWork } from '#contracts';
import { mustBeTold, noticeOf, type NotificationKind } from '../kinds/notifications.rules.js';

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
      .filter(({ personId, works }) => personId === one.personId && isWorkOf(works, one.kind))
      .filter(({ deputyPersonId }) => !told.has(deputyPersonId) && told.add(deputyPersonId))
      .map(({ absenceId, deputyPersonId }) => ({ ...one, personId: deputyPersonId, absenceId, silent: false })),
  );
  return [...own, ...deputies];
}

/** Neither mail nor chat: it lies under the bell until they are back. */
const isSilent = ({ personId, kind }: Recipient, absences: readonly StandingIn[]): boolean =>
  !mustBeTold(kind) &&
  absences.some((one) => one.personId === personId && (one.works.includes('messages') || isWorkOf(one.works, kind)));

/** What is about the person who is away goes to no one else. */
function isWorkOf(works: readonly DelegableWork[], kind: NotificationKind): boolean {
  const { deputy } = noticeOf(kind);
  return deputy !== undefined && works.includes(deputy);
}
