import { toneOf } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { itemsInTime } from '../rules/evidence.rules.js';
import { spoken } from '../rules/axis.rules.js';

/** The picture in words, for people who do not see it. */
export function PlayerSummary() {
  const { t } = useTranslation();
  const { clock, duration } = useFormat();
  const { call, leg, turns, card } = useCallPage();
  const holds = call.legs[leg]?.holdSpans ?? [];
  const findings = itemsInTime(card, turns).filter(({ item }) => ['not_met', 'insufficient'].includes(toneOf(item)));
  const holdsText =
    holds.length === 0
      ? t('player.holdsNone')
      : t('player.holdsSome', {
          count: holds.length,
          duration: duration(holds.reduce((sum, hold) => sum + hold.toMs - hold.fromMs, 0)),
          places: holds.map((hold) => clock(hold.fromMs)).join(', '),
        });
  const findingsText =
    findings.length === 0
      ? t('player.findingsNone')
      : t('player.findingsSome', {
          count: findings.length,
          places: [...new Set(findings.map(({ span }) => clock(span.fromMs)))].join(', '),
        });
  const said = spoken(turns);
  const words = { holds: holdsText, findings: findingsText };
  return (
    <p className="seen-by-readers-only">
      {turns.length === 0
        ? t('player.summaryNoWords', words)
        : said.unknown === 0
          ? t('player.summary', { agent: duration(said.agent), customer: duration(said.customer), ...words })
          : t('player.summaryMono', words)}
    </p>
  );
}
