import type { CallAccesses } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { Unfold } from '../../../components/unfold.js';
import { Waiting } from '../../../components/waiting.js';
import { useAccesses } from '../../../data/legal.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

/** Who heard or read this call, when and by which right: for the agent first of all. What one heard oneself is below it, and shown when asked for. */
export function AccessesSection() {
  const { t } = useTranslation();
  const may = useMay('calls.journal.read');
  const { call } = useCallPage();
  const accesses = useAccesses(call.callId, 'others', may);
  const own = accesses.data?.own ?? 0;
  if (!may) return null;
  const items = accesses.data?.items ?? [];
  return (
    <section>
      <h2>{t('legal.accesses')}</h2>
      <Failed of={accesses} />
      {accesses.isSuccess && (
        <p className="facts-quiet">
          {t(items.length > 0 ? 'legal.accessesHint' : own > 0 ? 'legal.accessesNoOther' : 'legal.accessesNone')}
        </p>
      )}
      <AccessLines items={items} />
      {own > 0 && (
        <Unfold name={t('legal.accessesOwn', { count: own })}>
          <OwnAccesses callId={call.callId} />
        </Unfold>
      )}
    </section>
  );
}

function OwnAccesses({ callId }: { callId: string }) {
  const accesses = useAccesses(callId, 'own', true);
  if (!accesses.data) return accesses.error ? <Failed of={accesses} /> : <Waiting />;
  return <AccessLines items={accesses.data.items} />;
}

function AccessLines({ items }: Pick<CallAccesses, 'items'>) {
  return (
    <ol className="dated">
      {items.map((item, index) => (
        <AccessLine key={index} item={item} />
      ))}
    </ol>
  );
}

function AccessLine({ item }: { item: CallAccesses['items'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, kind, by, withheld, purpose, right, grantCode, heardMs, sentMs, times } = item;
  const who = withheld ? t('legal.accessWithheld') : by ? format.text(by) : t('legal.accessUser');
  const what =
    kind === 'listened_in'
      ? t('legal.accessListenedIn', { duration: format.duration(heardMs ?? 0) })
      : kind !== 'heard'
        ? t(kind === 'read' ? 'legal.accessRead' : 'legal.accessExported', { count: times })
        : heardMs
          ? t('legal.accessHeard', { duration: format.duration(heardMs) })
          : sentMs
            ? t('legal.accessSent', { duration: format.duration(sentMs) })
            : t('legal.accessOpened');
  const why = [t(`legal.right.${right}`), grantCode, purpose && t(`legal.purpose.${purpose}`)].filter(Boolean);
  return (
    <li>
      <time dateTime={at} title={format.dateTime(at)}>
        {format.isToday(at) ? format.time(at, true) : format.day(at)}
      </time>
      <span>
        {t('legal.accessBy', { who, what })} · {why.join(' · ')}
      </span>
    </li>
  );
}
