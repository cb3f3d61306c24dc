import { judgeCalls, type CallRow } from './calls.rules.js';
import { type Answer, type Lived } from './question.js';

export async function askCalls({ day }: Lived): Promise<Answer> {
  const { rows } = await day.installation.database.query<CallRow>(
    `select id as "callId", stage, coalesce(stage_reason, (select reason from call_give_up where call_id = call.id)) as reason
     from call order by started_at`,
  );
  const accepted = day.calls.map(({ callId }) => callId);
  const { lost, strangers, unfinished } = judgeCalls(accepted, rows);
  const stages = new Map<string, number>();
  for (const { stage, reason } of rows)
    stages.set(reason ? `${stage} (${reason})` : stage, (stages.get(reason ? `${stage} (${reason})` : stage) ?? 0) + 1);
  return {
    question: 'are accepted calls rows, each final or waiting with a reason?',
    ok: lost.length + strangers.length + unfinished.length === 0 && accepted.length > 0,
    found: [
      `${accepted.length} accepted, ${rows.length} rows: ${[...stages].map(([stage, count]) => `${count} ${stage}`).join(', ')}`,
      ...lost.map((callId) => `no row: ${callId}`),
      ...strangers.map((callId) => `not sent by any person of the day: ${callId}`),
      ...unfinished.map(({ callId, stage }) => `stays ${stage}: ${callId}`),
    ],
  };
}
