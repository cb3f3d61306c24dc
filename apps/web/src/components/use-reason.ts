import { attentionReasonSchema, notRecordedReasonSchema, type CallStage } from '#contracts';
import { useTranslation } from 'react-i18next';

/** The sentence behind a stage's reason code, and the next step where a person has one. */
export function useReason(stage: CallStage, code: string | null): { what: string; next: string | null } {
  const { t } = useTranslation();
  if (stage === 'needs_attention') {
    const reason = attentionReasonSchema.safeParse(code).data ?? 'other';
    return { what: t(`attention.${reason}.what`), next: t(`attention.${reason}.next`) };
  }
  const reason = notRecordedReasonSchema.safeParse(code).data ?? 'other';
  return { what: t(`notRecorded.${reason}`), next: null };
}
