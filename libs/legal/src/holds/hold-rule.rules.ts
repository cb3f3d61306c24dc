import { type HoldRule } from '#contracts';

/** Collects the values of a statement as its text is written. @returns the placeholder */
export type AddValue = (value: unknown) => string;

/**
 * The condition under which a row of `call` is covered by a rule. Days are the site's. Null facts fit no condition on them: what is not
 * known is not held by a rule that asks for it.
 */
export function coveredByRule(rule: HoldRule, timeZone: string, add: AddValue): string {
  const { matterIds, direction, customer, from, to } = rule;
  const day = (date: string, plus: number) =>
    `((${add(date)}::date + ${plus})::timestamp at time zone ${add(timeZone)})`;
  const conditions = [
    ...(matterIds ? [`call.matter_id = any(${add(matterIds)}::uuid[])`] : []),
    ...(direction ? [`call.direction = ${add(direction)}`] : []),
    ...(customer ? [`shown_words(call.customer) = shown_words(${add(customer)})`] : []),
    ...(from ? [`call.started_at >= ${day(from, 0)}`] : []),
    ...(to ? [`call.started_at < ${day(to, 1)}`] : []),
    ...legConditions(rule, add),
  ];
  return conditions.join(' and ');
}

function legConditions({ clientIds, teamIds, personIds }: HoldRule, add: AddValue): string[] {
  const ofLeg = [
    ...(clientIds ? [`team.client_id = any(${add(clientIds)}::uuid[])`] : []),
    ...(teamIds ? [`leg.team_id = any(${add(teamIds)}::uuid[])`] : []),
    ...(personIds ? [`leg.person_id = any(${add(personIds)}::uuid[])`] : []),
  ];
  if (ofLeg.length === 0) return [];
  return [
    `exists (select 1 from leg join team on team.id = leg.team_id where leg.call_id = call.id and ${ofLeg.join(' and ')})`,
  ];
}
