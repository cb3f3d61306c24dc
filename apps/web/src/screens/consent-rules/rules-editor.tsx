import {
  type ConsentKeys,
  type ConsentRule,
  type ConsentRuleSet,
  consentRuleSetSchema,
  type ConsentRulesView,
} from '#contracts';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { ProposalForm } from '../../components/proposal-form.js';
import { CONSENT_RULES, useDecideConsentRules, useProposeConsentRules } from '../../data/retention.js';
import { changesOf, moved, faultsOf, type RuleFault } from './change.rules.js';
import { useQueryClient } from '@tanstack/react-query';
import { SecondPerson } from '../../components/second-person.js';
import { useProved } from '../../components/step-up.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { RulesTable, useRuleWords } from './rules-table.js';
import { KeptTrial, TrialPart } from './trial-part.js';
import { KeysFields } from './keys-fields.js';
import { RuleFields } from './rule-fields.js';

const NEW: ConsentRule = {
  ...{ id: '', regions: [], directions: ['inbound', 'outbound'], accepts: ['given'], acceptedExemptions: [] },
  source: '',
};

/** Writes a change, shows it beside what is in force, and proposes it to a second person. */
export function RulesEditor({ view, onDone }: { view: ConsentRulesView; onDone: () => void }) {
  const { t } = useTranslation();
  // The version from which the editor began: if another comes into force meanwhile, the server says so.
  const [from] = useState(view.current);
  const [draft, setDraft] = useState(from.rules);
  const [tried, setTried] = useState<ConsentRuleSet | null>(null);
  const propose = useProposeConsentRules();
  const rules = consentRuleSetSchema.safeParse(draft).data ?? null;
  const same = JSON.stringify(draft) === JSON.stringify(from.rules);
  const isTried = tried !== null && JSON.stringify(tried) === JSON.stringify(rules);
  return (
    <section className="admin-section" aria-labelledby="consent-editing">
      <h2 id="consent-editing">{t('consentRules.editing')}</h2>
      <Parts draft={draft} faults={faultsOf(draft)} onChange={setDraft} />
      {rules && <Changes before={from.rules} after={rules} />}
      <TrialPart rules={rules} intro={t('consentRules.trial.intro')} onTried={setTried} />
      <ProposalForm
        label={t('consentRules.reason')}
        hint={t('consentRules.reasonHint')}
        propose={t('consentRules.propose')}
        isPending={propose.isPending}
        first={same || isTried ? null : t('consentRules.trial.first')}
        isReady={rules !== null && !same}
        onPropose={(reason) => rules && propose.mutate({ from: from.version, rules, reason }, { onSuccess: onDone })}
      >
        <Button onClick={onDone}>{t('consentRules.stopEditing')}</Button>
      </ProposalForm>
      <Failed of={propose} />
    </section>
  );
}

interface PartsProps {
  draft: ConsentRuleSet;
  faults: readonly RuleFault[];
  onChange: (draft: ConsentRuleSet) => void;
}

function Parts({ draft, faults, onChange }: PartsProps) {
  const { t } = useTranslation();
  const { rules } = draft;
  const set = (next: ConsentRule[]) => onChange({ ...draft, rules: next });
  return (
    <>
      <Checkbox
        checked={draft.internalCalls === 'never'}
        onChange={({ target }) => onChange({ ...draft, internalCalls: target.checked ? 'never' : 'by_rules' })}
      >
        {t('consentRules.internalCalls.never')}
      </Checkbox>
      <KeysFields keys={draft.keys ?? []} onChange={(keys) => onChange(withKeys(draft, keys))} />
      {rules.map((rule, at) => (
        <RuleFields
          key={at}
          n={at + 1}
          last={at === rules.length - 1}
          rule={rule}
          faults={faults.filter((fault) => fault.at === at).map(({ part }) => part)}
          onChange={(next) => set(rules.map((one, i) => (i === at ? next : one)))}
          onMove={(by) => set(moved(rules, at, by))}
          onRemove={() => set(rules.filter((_, i) => i !== at))}
        />
      ))}
      <Acts>
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={rules.length >= 100}
          onClick={() => set([{ ...NEW }, ...rules])}
        >
          {t('consentRules.add')}
        </Button>
        <span className="admin-hint">{t('consentRules.addHint')}</span>
      </Acts>
    </>
  );
}

/** Without any there is no such part: the rules are the same as before it was there. */
const withKeys = ({ keys: _, ...rest }: ConsentRuleSet, keys: ConsentKeys[]): ConsentRuleSet =>
  keys.length === 0 ? rest : { ...rest, keys };

interface Props {
  view: ConsentRulesView;
  waiting: NonNullable<ConsentRulesView['waiting']>;
}

/** The change that waits for a second person: what it changes, and what this person may say to it. */
export function RulesWaiting({ view: { current, strictest }, waiting }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rules, proposed, reason, mine, version, trial } = waiting;
  const client = useQueryClient();
  // What was found stays in sight when the figures are kept.
  const [begunOpen] = useState(trial === null);
  const mayManage = useMay('retention.manage');
  const who = proposed?.by ? format.text(proposed.by) : t('journal.system');
  const at = proposed ? format.dateTime(proposed.at) : '';
  return (
    <section className="admin-section" aria-labelledby="consent-waiting">
      <h2 id="consent-waiting">{t('consentRules.waiting')}</h2>
      <p>{t('consentRules.waitingBy', { who, at, reason })}</p>
      <Changes before={current.rules} after={rules} />
      <details>
        <summary>{t('consentRules.all')}</summary>
        <RulesTable rules={rules} strictest={strictest} />
      </details>
      <KeptTrial of={trial} />
      <details open={begunOpen}>
        <summary>{t('consentRules.trial.yourself')}</summary>
        <TrialPart
          rules={rules}
          intro={null}
          onTried={() => void client.invalidateQueries({ queryKey: CONSENT_RULES })}
        />
      </details>
      {mayManage && proposed && <Decide version={version} mine={mine} proposedAt={proposed.at} />}
    </section>
  );
}

function Decide({ version, mine, proposedAt }: { version: number; mine: boolean; proposedAt: string }) {
  const { t } = useTranslation();
  const decide = useProved(useDecideConsentRules());
  return (
    <>
      <SecondPerson
        version={version}
        mine={mine}
        proposedAt={proposedAt}
        decide={decide}
        agree={t('consentRules.agree')}
      />
      <p className="admin-hint">{t(mine ? 'consentRules.mine' : 'consentRules.proof')}</p>
    </>
  );
}

/** What a version changes, rule by rule, before and after. */
export function Changes({ before, after }: { before: ConsentRuleSet; after: ConsentRuleSet }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const changes = changesOf(before, after);
  return (
    <div className="consent-changes">
      <h3>{t('consentRules.changes')}</h3>
      {changes.length === 0 ? (
        <p className="admin-hint">{t('consentRules.same')}</p>
      ) : (
        <ul>
          {changes.map((change, at) => (
            <li key={at}>{words.change(change)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
