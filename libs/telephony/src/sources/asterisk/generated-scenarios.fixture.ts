import { type MadeCall, type Pbx } from './generated-calls.fixture.js';
import { menus } from './generated-menus.fixture.js';
import { member, ring, talk, type Line } from './generated-talks.fixture.js';

export const SCENARIOS: Record<string, (pbx: Pbx) => void> = {
  queue_answered: (pbx) => queue(pbx, 'answered'),
  queue_declined_first: (pbx) => queue(pbx, 'declined_first'),
  queue_rung_out_first: (pbx) => queue(pbx, 'rung_out_first'),
  queue_abandoned: (pbx) => queue(pbx, 'abandoned'),
  queue_gives_up: (pbx) => queue(pbx, 'gives_up'),
  direct_missed: direct,
  outbound,
  internal,
  ...menus(arrive),
};

const customerNumber = (pbx: Pbx): string =>
  `1${pbx.pick(['3', '5', '8'])}9${String(Math.floor(pbx.chance() * 1e8)).padStart(8, '0')}`;

function begin(pbx: Pbx, scenario: string, more: Partial<MadeCall>): MadeCall {
  const call: MadeCall = {
    ...{
      scenario,
      startedAt: pbx.now,
      endedAt: 0,
      direction: 'inbound',
      customer: null,
      queue: null,
      outcome: 'answered',
    },
    ...{ answeredAt: null, hangupSide: null, legs: [], ...more },
  };
  pbx.made.truth.push(call);
  return call;
}

function arrive(pbx: Pbx, exten: string, scenario: string): { caller: Line; call: MadeCall } {
  const caller = pbx.open(pbx.house.trunk, pbx.house.trunk, exten, pbx.house.outside);
  caller.number = pbx.chance() < 0.1 ? 'anonymous' : customerNumber(pbx);
  const customer = caller.number === 'anonymous' ? null : caller.number;
  return { caller, call: begin(pbx, scenario, { startedAt: pbx.now, customer }) };
}

function queue(pbx: Pbx, how: string): void {
  const exten = pbx.pick(Object.keys(pbx.house.queues));
  const name = pbx.house.queues[exten] as string;
  const { caller, call } = arrive(pbx, exten, `queue_${how}`);
  caller.app = 'Answer';
  pbx.say(caller, 'ANSWER');
  [caller.app, caller.data] = ['Queue', `${name},tT,,,60`];
  pbx.wait(500, 3000);
  pbx.music(caller, true);
  pbx.log(caller, name, 'NONE', 'ENTERQUEUE', '', caller.number, 1);
  call.queue = name;
  const stay = {
    kind: 'queue' as const,
    extension: exten,
    outcome: 'answered',
    endedAt: 0,
    answeredAt: undefined as number | undefined,
  };
  call.legs.push(stay);
  const agents = [...pbx.house.agents].toSorted(() => pbx.chance() - 0.5);
  const first = agents[0] as string;
  if (/first$/.test(how)) passedOver(pbx, call, { caller, name, agent: first, declined: how === 'declined_first' });
  const agent = agents[1] as string;
  const { line, rung: queued, between, bridged, answer, end } = member(pbx, agent, caller);
  const rang = pbx.now;
  pbx.wait(1000, 9000);
  if (how === 'abandoned' || how === 'gives_up') {
    const gaveUp = how === 'abandoned';
    pbx.music(caller, false);
    pbx.close(line, 0, '');
    const outcome = gaveUp ? 'abandoned' : 'no_answer';
    call.legs.push({
      kind: 'agent',
      extension: agent,
      outcome,
      ringSeconds: (pbx.now - rang) / 1000,
      endedAt: pbx.now,
    });
    end(gaveUp ? caller.name : '');
    const rung = pbx.now - rang;
    pbx.log(
      caller,
      name,
      agent,
      gaveUp ? 'RINGCANCELED' : 'RINGNOANSWER',
      gaveUp ? rung : Math.floor(rung / 1000) * 1000,
    );
    pbx.log(caller, name, 'NONE', gaveUp ? 'ABANDON' : 'EXITWITHTIMEOUT', 1, 1, 8);
    pbx.row(caller, line, call.startedAt, 'NO ANSWER');
    [caller.app, caller.data] = ['', ''];
    pbx.close(caller, gaveUp ? 0 : 16, gaveUp ? caller.name : 'dialplan/builtin', gaveUp ? 'CANCEL' : 'NOANSWER');
    Object.assign(stay, { outcome, endedAt: pbx.now });
    Object.assign(call, {
      outcome: gaveUp ? 'abandoned' : 'missed',
      endedAt: pbx.now,
      hangupSide: gaveUp ? 'customer' : null,
    });
    return;
  }
  const [answeredAt, ringSeconds] = [pbx.now + 1, (pbx.now + 1 - rang) / 1000];
  answer();
  pbx.log(caller, name, agent, 'CONNECT', 5, queued.id, Math.floor(ringSeconds));
  Object.assign(stay, { answeredAt, endedAt: answeredAt });
  call.answeredAt = answeredAt;
  pbx.music(caller, false);
  const leg = { kind: 'agent' as const, extension: agent, outcome: 'answered', ringSeconds };
  talk(pbx, call, { caller, line, between, bridged, name, leg: { ...leg, answeredAt, endedAt: 0, holds: 0 } });
}

interface PassedOver {
  caller: Line;
  name: string;
  agent: string;
  declined: boolean;
}

/** The queue goes on to the next member. */
function passedOver(pbx: Pbx, call: MadeCall, { caller, name, agent, declined }: PassedOver): void {
  const { line, end } = member(pbx, agent, caller);
  const rang = pbx.now;
  pbx.wait(declined ? 1 : 4000, declined ? 900 : 9000);
  pbx.close(line, declined ? 21 : 0, declined ? line.name : '');
  const stopped = pbx.now;
  end();
  pbx.log(caller, name, agent, 'RINGNOANSWER', Math.floor((pbx.now - rang) / 1000) * 1000);
  pbx.row(caller, line, call.startedAt, 'NO ANSWER');
  const outcome = declined ? 'declined' : 'no_answer';
  call.legs.push({
    kind: 'agent',
    extension: agent,
    outcome,
    ringSeconds: (stopped - rang) / 1000,
    endedAt: stopped,
  });
  pbx.wait(1100, 2000);
}

function direct(pbx: Pbx): void {
  const { caller, call } = arrive(pbx, '4799', 'direct_missed');
  const agent = pbx.pick(pbx.house.agents);
  const line = ring(pbx, agent, caller.id);
  const rang = pbx.now;
  [caller.app, caller.data] = ['Dial', `${pbx.house.technology}/${agent},12,tT`];
  Object.assign(line, { app: 'AppDial', data: '(Outgoing Line)' });
  pbx.wait(3000, 12000);
  pbx.close(line, 0, '');
  call.legs.push({
    kind: 'agent',
    extension: agent,
    outcome: 'no_answer',
    ringSeconds: (pbx.now - rang) / 1000,
    endedAt: pbx.now,
  });
  pbx.row(caller, line, call.startedAt, 'NO ANSWER');
  [caller.app, caller.data] = ['', ''];
  pbx.close(caller, 16, 'dialplan/builtin', 'NOANSWER');
  Object.assign(call, { outcome: 'missed', endedAt: pbx.now });
}

function outbound(pbx: Pbx): void {
  const number = customerNumber(pbx);
  called(pbx, 'outbound', number, (root) => {
    const line = pbx.open(pbx.house.trunk, '', 's', pbx.house.outside, root.id);
    root.data = `${pbx.house.technology}/${number}@${pbx.house.trunk},20,tT`;
    return Object.assign(line, { number, exten: number });
  });
}

function internal(pbx: Pbx): void {
  const to = pbx.house.agents.at(-1) as string;
  called(pbx, 'internal', to, (root) => {
    root.data = `${pbx.house.technology}/${to},15,tT`;
    return ring(pbx, to, root.id);
  });
}

function called(pbx: Pbx, direction: string, number: string, dial: (root: Line) => Line): void {
  const agent = pbx.house.agents[0] as string;
  const root = pbx.open(agent, agent, number, pbx.house.inside);
  const call = begin(pbx, direction, {
    direction,
    startedAt: pbx.now,
    customer: direction === 'outbound' ? number : null,
  });
  const line = dial(root);
  const rang = pbx.now;
  root.app = 'Dial';
  Object.assign(line, { app: 'AppDial', data: '(Outgoing Line)' });
  const how = pbx.pick(['answered', 'busy', 'missed', 'abandoned']);
  pbx.wait(how === 'busy' ? 1 : 1000, how === 'busy' ? 100 : 6000);
  const rung = direction === 'internal' ? { kind: 'agent' as const, extension: number } : null;
  const own = { kind: 'agent' as const, extension: agent };
  if (how !== 'answered') {
    const left = pbx.now;
    pbx.close(line, how === 'busy' ? 17 : 0, how === 'busy' ? line.name : '');
    pbx.row(root, line, call.startedAt, how === 'busy' ? 'BUSY' : 'NO ANSWER');
    [root.app, root.data] = ['', ''];
    const status = { busy: 'BUSY', missed: 'NOANSWER', abandoned: 'CANCEL' }[how as 'busy'];
    pbx.close(root, 16, how === 'abandoned' ? root.name : 'dialplan/builtin', status);
    const outcome = how === 'missed' ? 'no_answer' : how;
    call.legs.push({ ...own, outcome, endedAt: pbx.now });
    if (rung) call.legs.push({ ...rung, outcome, ringSeconds: (left - rang) / 1000, endedAt: left });
    Object.assign(call, { outcome: how, endedAt: pbx.now, hangupSide: how === 'abandoned' ? 'agent' : null });
    return;
  }
  pbx.say(line, 'ANSWER');
  const answeredAt = pbx.now;
  pbx.say(root, 'ANSWER');
  pbx.bridge(`bridge-${root.id}`, line, root);
  pbx.wait(1500, 6000);
  const byCaller = pbx.chance() < 0.5;
  const by = byCaller ? root.name : line.name;
  pbx.unbridge(`bridge-${root.id}`, root, line);
  pbx.row(root, line, call.startedAt, 'ANSWERED');
  pbx.close(root, 16, by, 'ANSWER');
  pbx.close(line, 16, by);
  call.legs.push({ ...own, outcome: 'answered', answeredAt, endedAt: pbx.now });
  if (rung)
    call.legs.push({
      ...rung,
      outcome: 'answered',
      ringSeconds: (answeredAt - rang) / 1000,
      answeredAt,
      endedAt: pbx.now,
    });
  const side = byCaller || direction === 'internal' ? 'agent' : 'customer';
  Object.assign(call, { answeredAt, endedAt: pbx.now, hangupSide: side });
}
