import type { Speaker } from '#contracts';

const NAMES: Readonly<Record<Exclude<Speaker, 'unknown'>, readonly string[]>> = {
  agent: ['agent', 'representative', 'advisor', 'operator', '坐席', '座席', '客服'],
  customer: ['customer', 'caller', 'client', '客户', '顾客', '来电者'],
};

/** Who a name in somebody else's transcript means. A name we do not know is not guessed at. */
export function speakerNamed(name: string | undefined): Speaker {
  const wanted = (name ?? '').trim().toLowerCase();
  if (NAMES.agent.includes(wanted)) return 'agent';
  return NAMES.customer.includes(wanted) ? 'customer' : 'unknown';
}
