import type { Leg } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';

/** Whose part of a call a leg is: an agent by name, a queue by its own, a telephone that belongs to no one who is known by its extension. */
export function useLegName(): (leg: Leg) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, agent, queue, extension }) => {
    if (agent) return format.text(agent.name);
    const name = (kind === 'queue' ? queue : null) ?? extension;
    return name === null ? t(`legs.kind.${kind}`) : t(`legs.named.${kind}`, { name });
  };
}
