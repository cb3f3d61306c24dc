import { allArrived, judgeArrivals, type Arrivals, type SentRow } from './arrivals.rules.js';
import { type Answer, type Lived } from './question.js';

/** Whether what the product says it sent came to the mail server and to the webhooks' receiver. */
export async function askArrivals({ day, world }: Lived): Promise<Answer> {
  const { database } = day.installation;
  const mails = await database.query<SentRow>('select id, state from mail');
  const deliveries = await database.query<SentRow>('select id, state from webhook_delivery');
  const mail = judgeArrivals(
    mails.rows,
    world.mail.taken.map(({ id }) => id),
    'sent',
  );
  const came = world.receiver.received.map(({ headers }) => String(headers['webhook-id']));
  const webhooks = judgeArrivals(deliveries.rows, came, 'delivered');
  return {
    question: 'did the mail and the webhooks arrive?',
    ok: allArrived(mail) && allArrived(webhooks),
    found: [...lines('mail', mails.rows.length, mail), ...lines('webhook', deliveries.rows.length, webhooks)],
  };
}

const lines = (what: string, rows: number, { arrived, lost, strangers, failed }: Arrivals): string[] => [
  `${what}: ${rows} rows, ${arrived} arrived`,
  ...lost.map((id) => `${what} ${id} was reported as sent, and never came`),
  ...strangers.map((id) => `${what} ${id} came, and no row says so`),
  ...failed.map((id) => `${what} ${id} failed`),
];
