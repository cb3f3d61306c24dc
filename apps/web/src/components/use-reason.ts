import { attentionReasonSchema, notRecordedReasonSchema, type CallStage } from '#contracts';
import { useTranslation } from 'react-i18next';

/** The sentence behind a stage's reason code, and the next step where a person has one. */
export function useReason(stage: CallStage, code: string | null): { what: string; next: string | null } {
  const { t } = useTranslation();
  if (stage === 'needs_attention' || stage === 'given_up') {
    const reason = attentionReasonSchema.safeParse(code).data ?? 'other';
    // A given-up call has been decided: there is no next step but the one given then.
    const next = stage === 'needs_attention' ? t(`attention.${reason}.next`) : null;
    return { what: t(`attention.${reason}.what`), next };
  }
  if (stage === 'scored') return { what: t('stageNote.not_judged'), next: null };
  const reason = notRecordedReasonSchema.safeParse(code).data ?? 'other';
  return { what: t(`notRecorded.${reason}`), next: null };
}
