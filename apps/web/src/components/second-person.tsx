import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from './acts.js';
import { AgainFrom, useMayAgain } from './one-person.js';
import { type useProved } from './step-up.js';

/** How it was decided about a version that waits. */
export interface VersionDecision {
  version: number;
  decision: 'agreed' | 'refused';
}

interface Props {
  version: number;
  /** The asker proposed it. */
  mine: boolean;
  /** When it was proposed: in a small house its proposer may agree a day later. */
  proposedAt: string;
  decide: ReturnType<typeof useProved<VersionDecision, unknown>>;
  /** Where to agree does more than that. */
  agree?: string;
}

/** A change that waits for a second person: its proposer may take it back, another agrees to it or refuses it. */
export function SecondPerson({ version, mine, proposedAt, decide, agree }: Props) {
  const { t } = useTranslation();
  const again = useMayAgain(proposedAt);
  const button = (decision: VersionDecision['decision'], word: string) => (
    <Button
      type={decision === 'agreed' ? 'primary' : 'default'}
      loading={decide.isPending}
      onClick={() => void decide.send({ version, decision })}
    >
      {word}
    </Button>
  );
  return (
    <>
      {decide.said}
      {mine && <AgainFrom first={proposedAt} />}
      <Acts>
        {mine && again && button('agreed', agree ?? t('redaction.agree'))}
        {mine ? (
          button('refused', t('redaction.takeBack'))
        ) : (
          <>
            {button('agreed', agree ?? t('redaction.agree'))}
            {button('refused', t('redaction.refuse'))}
          </>
        )}
      </Acts>
    </>
  );
}
