import { type RedactionPolicy, type RedactionView, type SensitiveKind, sensitiveKindSchema } from '#contracts';
import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { FormBar } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useChangeRedaction, useDecideRedaction, useRedaction } from '../../data/company-settings.js';
import { SecondPerson } from '../../components/second-person.js';
import { useProved } from '../../components/step-up.js';
import { useFormat } from '../../format/use-format.js';
import { Facts } from '../../components/facts.js';

/** What is hidden in words and sound, and the change that waits for a second person. */
export function RedactionPart() {
  const redaction = useRedaction();
  return <WhenRead of={redaction}>{(view) => <RedactionForm view={view} />}</WhenRead>;
}

/** What is edited stays as it is, with the version that it began from, also when a colleague saves in the meantime. */
function RedactionForm({ view }: { view: RedactionView }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Pick<RedactionView, 'version' | 'policy'> | null>(null);
  const save = useChangeRedaction();
  const { version, policy } = draft ?? view;
  const change = (part: Partial<RedactionPolicy>) => {
    setDraft({ version, policy: { ...policy, ...part } });
    save.reset();
  };
  const changed = draft !== null && !isSame(policy, view.policy);
  const weaker = changed && hidesLess(view.policy, policy);
  const standing = view.version === 0 ? t('redaction.default') : t('redaction.inForce', { version: view.version });
  return (
    <>
      {view.waiting && <RedactionWaiting waiting={view.waiting} />}
      <ModeSection policy={policy} change={change} />
      <KindsSection policy={policy} change={change} />
      <UncheckedSection policy={policy} change={change} />
      <Failed of={save} />
      <FormBar
        notes={
          <span role="status">
            {weaker ? t('redaction.weaker') : changed ? t('company.unsaved') : standing}{' '}
            <ByOnePerson when={!changed && view.byOnePerson} />
          </span>
        }
      >
        <Button
          type="primary"
          disabled={!changed || view.waiting !== null}
          loading={save.isPending}
          onClick={() => save.mutate({ version, policy }, { onSuccess: () => setDraft(null) })}
        >
          {weaker ? t('redaction.propose') : t('admin.save')}
        </Button>
      </FormBar>
    </>
  );
}

interface SectionProps {
  policy: RedactionPolicy;
  change: (part: Partial<RedactionPolicy>) => void;
}

function ModeSection({ policy, change }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2 id="redaction-mode">{t('redaction.mode')}</h2>
      <Radio.Group
        aria-labelledby="redaction-mode"
        value={policy.mode}
        options={(['mask', 'highlight'] as const).map((value) => ({ value, label: t(`redaction.modes.${value}`) }))}
        onChange={({ target }) => change({ mode: target.value as RedactionPolicy['mode'] })}
      />
      <p className="admin-hint">{t(`redaction.modeHint.${policy.mode}`)}</p>
    </section>
  );
}

function KindsSection({ policy, change }: SectionProps) {
  const { t } = useTranslation();
  const set = (kind: SensitiveKind, on: boolean) =>
    change({ kinds: sensitiveKindSchema.options.filter((one) => (one === kind ? on : policy.kinds.includes(one))) });
  return (
    <section className="admin-section">
      <h2 id="redaction-kinds">{t('redaction.kinds')}</h2>
      <div role="group" aria-labelledby="redaction-kinds" className="admin-row">
        {sensitiveKindSchema.options.map((kind) => (
          <Checkbox
            key={kind}
            checked={kind === 'card_code' || policy.kinds.includes(kind)}
            disabled={kind === 'card_code'}
            onChange={({ target }) => set(kind, target.checked)}
          >
            {t(`redaction.kind.${kind}`)}
          </Checkbox>
        ))}
      </div>
      <p className="admin-hint">{t('redaction.kindsHint')}</p>
    </section>
  );
}

function UncheckedSection({ policy, change }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2 id="redaction-unchecked">{t('redaction.uncheckedName')}</h2>
      <Radio.Group
        aria-labelledby="redaction-unchecked"
        value={policy.unchecked}
        options={(['listen', 'refuse'] as const).map((value) => ({ value, label: t(`redaction.unchecked.${value}`) }))}
        onChange={({ target }) => change({ unchecked: target.value as RedactionPolicy['unchecked'] })}
      />
    </section>
  );
}

const isSame = (a: RedactionPolicy, b: RedactionPolicy): boolean =>
  a.mode === b.mode && a.unchecked === b.unchecked && a.kinds.join() === b.kinds.join();

/** As the server judges it; here only for what the button says. */
const hidesLess = (before: RedactionPolicy, after: RedactionPolicy): boolean =>
  (before.mode === 'mask' && after.mode === 'highlight') ||
  (before.unchecked === 'refuse' && after.unchecked === 'listen') ||
  before.kinds.some((kind) => kind !== 'card_code' && !after.kinds.includes(kind));

/** The change that waits: what it would be, who proposed it, and what may be done about it. */
function RedactionWaiting({ waiting }: { waiting: NonNullable<RedactionView['waiting']> }) {
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
