import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A request is not called approved before enough people have agreed, whoever writes it down (ADR 0034). */
export class ApprovedByApprovals1764300200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function legal_request_approved_by_approvals() returns trigger language plpgsql as $$
      begin
        if (select count(distinct decided_by_person_id) from legal_decision
            where request_id = new.id and round = new.round and decision = 'approve') < new.approvals_needed then
          raise exception 'a request needs its approvals' using errcode = 'check_violation', constraint = 'request_needs_approvals';
        end if;
        return new;
      end $$;
      create trigger legal_request_approved_by_approvals before update on legal_request
        for each row when (new.state = 'approved' and old.state is distinct from 'approved')
        execute function legal_request_approved_by_approvals();
      create trigger legal_request_not_born_approved before insert on legal_request
        for each row when (new.state = 'approved') execute function legal_request_approved_by_approvals();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger legal_request_not_born_approved on legal_request;
      drop trigger legal_request_approved_by_approvals on legal_request;
      drop function legal_request_approved_by_approvals;
    `);
  }
}
