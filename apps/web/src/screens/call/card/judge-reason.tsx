import { changeReasonSchema, type ScorecardItem } from '#contracts';
import { Input } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/opened/select.js';
import { useJudging, type Draft } from './judging.js';

/** Why a result is overturned; loaded with the first that is. */
export function JudgeReason({ item, draft }: { item: ScorecardItem; draft: Draft }) {
  const { t } = useTranslation();
  const { change } = useJudging();
  const [reasonId, noteId] = [useId(), useId()];
  const form = useRef<HTMLDivElement>(null);
  // An answer key brings form and publishing bar at once, and the bar takes the room that the form would have had.
  // In braces: newer browsers answer with a promise, which React would call as a clean-up.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="judge-reason" ref={form}>
      <label htmlFor={reasonId}>{t('judge.reason')}</label>
      <Select
        id={reasonId}
        size="small"
        value={draft.reason}
        placeholder={t('judge.reasonPlaceholder')}
        options={changeReasonSchema.options.map((value) => ({ value, label: t(`judge.why.${value}`) }))}
        onChange={(reason) => change(item.itemId, { reason })}
      />
      <label htmlFor={noteId}>{t('judge.note')}</label>
      <Input.TextArea
        id={noteId}
        value={draft.note ?? ''}
        maxLength={500}
        autoSize={{ minRows: 1, maxRows: 5 }}
        onChange={({ target }) => change(item.itemId, { note: target.value === '' ? undefined : target.value })}
      />
      {draft.reason === undefined && <small>{t('judge.reasonMissing')}</small>}
      {draft.reason === 'other' && !draft.note?.trim() && <small>{t('judge.noteMissing')}</small>}
    </div>
  );
}
