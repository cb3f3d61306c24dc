import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { canSend, groupOf, isHere } from './file-state.rules.js';
import type { Fact } from './fact-fields.js';
import { FileFacts } from './file-facts.js';
import type { FileSaid, UploadFile } from './upload-file.js';
import { useFileWords } from './use-file-words.js';

export interface RowActions {
  onRetry: (id: string) => void;
  onCancel: (id: string) => void;
  onSay: (id: string, said: FileSaid) => void;
  onDetails: (id: string) => void;
  /** What the batch says of the facts that a row asks for. */
  batch: Record<Fact, string>;
}

/** One file: its name, how far it is, and in words what happened and what to do. */
export const FileRow = memo(function FileRow({ file, batch, ...on }: { file: UploadFile } & RowActions) {
  const { onRetry, onCancel, onSay, onDetails } = on;
  const { t } = useTranslation();
  const { number } = useFormat();
  const words = useFileWords(file.state);
  const mayRead = useMay('calls.read');
  const { state } = file;
  const group = groupOf(state);
  const again = canSend(state) && state.kind !== 'ready';
  const heldBack = state.kind === 'taken' && state.stage === 'not_recorded';
  const open = file.atHand && (canSend(state) || heldBack);
  const { externalId, staffNumber } = file.said;
  return (
    <div className={`file-row ${group}`} role="row" data-path={file.path} data-state={group}>
      <div role="cell" className="file-name">
        <span className="cut" title={file.path}>
          {file.path}
        </span>
        <small>
          {file.bytes < 1_000_000
            ? t('upload.size.kb', { n: number(Math.ceil(file.bytes / 1_000)) })
            : t('upload.size.mb', { n: number(file.bytes / 1_000_000) })}
          {file.words && <span> {t('upload.withWords', { name: file.words })}</span>}
        </small>
        {(externalId ?? staffNumber) && (
          <small className="cut">
            {externalId && <span>{t('upload.underId', { id: externalId })} </span>}
            {staffNumber && <span>{t('upload.ofAgent', { staffNumber })}</span>}
          </small>
        )}
      </div>
      {open && !heldBack ? <FileFacts file={file} batch={batch} onSay={onSay} /> : <div role="cell" />}
      <div role="cell" className="file-state">
        <b>{words.state}</b>
        {state.kind === 'sending' && (
          <i className="file-bar" aria-hidden>
            <i style={{ width: `${state.share * 100}%` }} />
          </i>
        )}
      </div>
      <div role="cell" className="file-words">
        <span>{words.what}</span>
        {words.next && <small>{words.next}</small>}
      </div>
      <div role="cell" className="file-do">
        {isHere(state) && (
          <Button
            size="small"
            aria-label={t('upload.cancelOne', { file: file.path })}
            onClick={() => onCancel(file.id)}
          >
            {t('upload.cancel')}
          </Button>
        )}
        {open && (
          <Button
            size="small"
            aria-label={t('upload.detailsOf', { file: file.path })}
            onClick={() => onDetails(file.id)}
          >
            {t(heldBack ? 'upload.newIdAsk' : 'upload.details')}
          </Button>
        )}
        {again && (
          <Button size="small" aria-label={t('upload.retryOne', { file: file.path })} onClick={() => onRetry(file.id)}>
            {t('upload.retry')}
          </Button>
        )}
        {state.kind === 'taken' && mayRead && <Link to={`/calls/${state.callId}`}>{t('upload.open')}</Link>}
      </div>
    </div>
  );
}, same);

type Drawn = { file: UploadFile } & RowActions;

function same(a: Drawn, b: Drawn): boolean {
  const [before, now] = [a.file, b.file];
  if (before.state !== now.state || before.id !== now.id || a.batch !== b.batch) return false;
  return JSON.stringify(before.said) === JSON.stringify(now.said);
}
