import { absencesRoutes, type AbsenceAnswer, type NewAbsence } from '#contracts';
import { useMutation } from '@tanstack/react-query';
import { tellOtherPages } from '../shell/watch-acting.js';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const ABSENCES = ['absences'] as const;

export const useMyAbsences = () => useRead([...ABSENCES, 'mine'], absencesRoutes.mine);
export const useAbsences = (enabled: boolean) => useRead([...ABSENCES, 'list'], absencesRoutes.list, {}, { enabled });
/** Who is away now, among those to whom work may be given. */
export const useAway = () => useRead([...ABSENCES, 'now'], absencesRoutes.away);
export const useDeputies = (q: string) =>
  useRead(
    [...ABSENCES, 'deputies', q],
    absencesRoutes.deputies,
    { query: { q } },
    { placeholderData: (before) => before },
  );
export const useDoneFor = (absenceId: string) =>
  useRead([...ABSENCES, 'done', absenceId], absencesRoutes.done, { absenceId });

export const useAskAbsence = () => useChange((body: NewAbsence) => send(absencesRoutes.ask, { body }), ABSENCES);
export const useAnswerAbsence = () =>
  useChange(
    ({ absenceId, ...body }: AbsenceAnswer & { absenceId: string }) => send(absencesRoutes.answer, { absenceId, body }),
    ABSENCES,
  );
export const useEndAbsence = () =>
  useChange(
    ({ absenceId, own }: { absenceId: string; own: boolean }) =>
      send(own ? absencesRoutes.end : absencesRoutes.endFor, { absenceId }),
    ABSENCES,
  );
export const useConfirmAbsence = () =>
  useChange((absenceId: string) => send(absencesRoutes.confirm, { absenceId }), ABSENCES);

/** Acts for another, or (null) for oneself again; everything is then read again. */
export const useAct = (to: string = '/') =>
  useMutation({
    mutationFn: (absenceId: string | null) => send(absencesRoutes.act, { body: { absenceId } }),
    onSuccess: () => {
      tellOtherPages();
      window.location.assign(to);
    },
  });
