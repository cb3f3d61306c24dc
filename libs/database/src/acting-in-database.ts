import { EventSubscriber, type EntitySubscriberInterface, type TransactionStartEvent } from 'typeorm';
import { actingNow } from '#platform';

/**
 * Tells each transaction of a deputy's request under which absence it writes: defaults and triggers of the database read it, so that no service
 * has to remember, and none can forget.
 */
@EventSubscriber()
export class ActingInDatabase implements EntitySubscriberInterface {
  async afterTransactionStart({ queryRunner }: TransactionStartEvent): Promise<void> {
    const acting = actingNow();
    if (acting) await queryRunner.query(`select set_config('shouwen.absence', $1, true)`, [acting.absenceId]);
  }
}
