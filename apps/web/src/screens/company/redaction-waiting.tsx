import type { RedactionView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { SecondPerson } from '../../components/second-person.js';
import { useProved } from '../../components/step-up.js';
import { useDecideRedaction } from '../../data/redaction.js';
import { useFormat } from '../../format/use-format.js';
import { Facts } from '../../components/facts.js';

/** The change that waits: what it would be, who proposed it, and what may be done about it. */
export function RedactionWaiting({ waiting }: { waiting: NonNullable<RedactionView['waiting']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useProved(useDecideRedaction());
  const { version, policy, proposedBy, proposedAt, mine } = waiting;
  const kinds = policy.kinds.filter((kind) => kind !== 'card_code').map((kind) => t(`redaction.kind.${kind}`));
  return (
    <section className="admin-section" aria-labelledby="redaction-waiting">
      <h2 id="redaction-waiting">{t('redaction.waiting')}</h2>
      <p className="admin-hint">
        {t('redaction.waitingBy', {
          name: proposedBy ? format.text(proposedBy) : t('journal.system'),
          at: format.dateTime(proposedAt),
        })}
      </p>
      <Facts
        of={[
          [t('redaction.mode'), t(`redaction.modes.${policy.mode}`)],
          [t('redaction.kinds'), kinds.length > 0 ? kinds.join(t('transcript.unreliableJoin')) : t('redaction.none')],
          [t('redaction.uncheckedName'), t(`redaction.unchecked.${policy.unchecked}`)],
        ]}
      />
      <SecondPerson version={version} mine={mine} proposedAt={proposedAt} decide={decide} />
    </section>
  );
}
