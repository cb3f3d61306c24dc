import type { SamplingPlan } from '#contracts';
import { useTranslation } from 'react-i18next';

/** A plan in a few words: when, how, how many, by whom. */
export function usePlanWords() {
  const { t } = useTranslation();
  return (plan: SamplingPlan): { what: string; who: string } => {
    const { size, strata, kind, risks } = plan;
    const count =
      size.per === 'stratum' && strata !== 'none'
        ? t(`sampling.per.${strata}`, { n: size.n })
        : t(`sampling.per.${size.per === 'reviewer' ? 'reviewer' : 'all'}`, { n: size.n });
    const how = [
      t(`sampling.every.${plan.period}`),
      t(`sampling.kinds.${kind}`),
      count,
      ...(kind === 'random' && strata !== 'none' && size.per !== 'stratum' ? [t(`sampling.byStrata.${strata}`)] : []),
      ...risks.map((risk) => t(`sampling.risks.${risk}`)),
    ];
    const reviewers = plan.reviewers.length;
    const who = [
      ...(plan.blind ? [t('sampling.blind')] : []),
      reviewers > 0 ? t('sampling.reviewers', { count: reviewers }) : t('sampling.noReviewers'),
      t('sampling.due', { count: plan.dueDays }),
    ];
    return {
      what: how.join(' · '),
      who: who.join(' · '),
    };
  };
}
