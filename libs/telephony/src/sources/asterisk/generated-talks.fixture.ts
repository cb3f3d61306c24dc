import { type MadeCall, type Pbx } from './generated-calls.fixture.js';

export type Line = ReturnType<Pbx['open']>;

/** What becomes of a talk between a caller and an agent. */
const ENDS = ['customer', 'agent', 'blind', 'attended', 'in_vain'] as const;

export const ring = (pbx: Pbx, agent: string, linked: string): Line =>
  pbx.open(agent, agent, 's', pbx.house.inside, linked);

interface Member {
  line: Line;
  /** The channel that the queue itself rang, which its log names. */
  rung: Line;
  between?: { first: Line; second: Line } | undefined;
  /** Whether it is connected with the caller already when it has answered. */
  bridged: boolean;
  answer: () => void;
  /** What is over with the telephone. */
  end: (by?: string) => void;
}

/** A telephone that a queue rings, by itself or by a Local channel whose second half dials it. */
export function member(pbx: Pbx, agent: string, caller: Line): Member {
  const how = pbx.house.members;
  const queued = { app: 'AppQueue', data: '(Outgoing Line)' };
  if (!how) {
    const line = Object.assign(ring(pbx, agent, caller.id), queued);
    return { line, rung: line, bridged: false, answer: () => pbx.say(line, 'ANSWER'), end: () => undefined };
  }
  const name = pbx.localName(agent);
  const [first, second] = [';1', ';2'].map((half) => pbx.open(`${name}${half}`, '', agent, 'from-queue', caller.id));
  if (!first || !second) throw new Error('a Local channel has two halves');
  Object.assign(first, queued);
  Object.assign(second, { app: 'Dial', data: `${pbx.house.technology}/${agent},15,tr`, number: caller.number });
  const line = Object.assign(ring(pbx, agent, caller.id), { app: 'AppDial', data: '(Outgoing Line)' });
  const answer = () => {
    for (const one of [line, second, first]) pbx.say(one, 'ANSWER');
    if (how === 'kept') return;
    const [near, bridge] = [`near-${line.id}`, `bridge-${caller.id}`];
    pbx.bridge(near, line, second);
    pbx.bridge(bridge, first, caller);
    pbx.wait(100, 600);
    pbx.say(first, 'LOCAL_OPTIMIZE_BEGIN', { local_two: second.name, local_two_uniqueid: second.id });
    pbx.unbridge(near, line);
    pbx.unbridge(bridge, first);
    pbx.bridge(bridge, line);
    pbx.say(first, 'LOCAL_OPTIMIZE', { local_two: second.name, local_two_uniqueid: second.id });
    pbx.close(first, 16, '');
    pbx.unbridge(near, second);
    pbx.row(second, line, pbx.now, 'ANSWERED');
    pbx.close(second, 16, '', 'ANSWER');
  };
  const end = (by = '') => {
    pbx.row(second, line, pbx.now, 'NO ANSWER');
    pbx.close(second, 0, by, 'NOANSWER');
    pbx.close(first, 0, by);
  };
  return {
    line,
    rung: first,
    between: how === 'kept' ? { first, second } : undefined,
    bridged: how !== 'kept',
    answer,
    end,
  };
}

interface Talking {
  bridged?: boolean;
  caller: Line;
  line: Line;
  name: string;
  leg: MadeCall['legs'][number];
  /** The Local channel that stays between them. */
  between?: { first: Line; second: Line } | undefined;
}

export function talk(pbx: Pbx, call: MadeCall, { caller, line, name, leg, between, bridged }: Talking): void {
  const bridge = `bridge-${caller.id}`;
  const begun = pbx.now;
  call.legs.push(leg);
  if (!bridged) pbx.bridge(bridge, line, between?.second ?? caller);
  if (between) pbx.bridge(`far-${caller.id}`, between.first, caller);
  const holds = Math.floor(pbx.chance() * 3);
  for (let hold = 0; hold < holds; hold++) {
    pbx.wait(1500, 5000);
    pbx.music(caller, true);
    pbx.wait(2000, 5000);
    pbx.music(caller, false);
  }
  leg.holds = holds;
  pbx.wait(1500, 6000);
  const end = pbx.pick(ENDS);
  const other = pbx.pick(pbx.house.agents.filter((one) => one !== leg.extension));
  const last: Talking = { caller, line, name, leg, between };
  if (end === 'blind') blind(pbx, call, last, other, bridge);
  else if (end === 'attended' || end === 'in_vain') consult(pbx, call, last, other, end === 'attended');
  const [by, closing] = end === 'customer' || pbx.chance() < 0.5 ? [caller, 'customer'] : [last.line, 'agent'];
  if (end !== 'blind' && end !== 'attended')
    pbx.log(
      caller,
      name,
      leg.extension,
      closing === 'agent' ? 'COMPLETEAGENT' : 'COMPLETECALLER',
      5,
      Math.floor((pbx.now - begun) / 1000),
      1,
    );
  pbx.unbridge(bridge, last.line, between?.second ?? caller);
  pbx.close(last.line, 16, by.name);
  last.leg.endedAt = pbx.now;
  if (between) {
    pbx.unbridge(`far-${caller.id}`, between.first, caller);
    pbx.row(between.second, last.line, begun, 'ANSWERED');
    pbx.close(between.first, 16, by.name);
    pbx.close(between.second, 16, by.name, 'ANSWER');
  }
  pbx.row(caller, last.line, begun, 'ANSWERED');
  [caller.app, caller.data] = ['', ''];
  pbx.close(caller, 16, by.name, 'ANSWER');
  Object.assign(call, { endedAt: pbx.now, hangupSide: closing });
}

function blind(pbx: Pbx, call: MadeCall, last: Talking, to: string, bridge: string): void {
  const { caller, line, name, leg } = last;
  const passed = last.between?.second ?? caller;
  [passed.exten, passed.context] = [to, pbx.house.inside];
  pbx.unbridge(bridge, passed);
  pbx.say(line, 'BLINDTRANSFER', { extension: to, context: pbx.house.inside, transferee_channel_uniqueid: passed.id });
  Object.assign(leg, { endedAt: pbx.now, transfer: { kind: 'blind', to } });
  pbx.log(caller, name, leg.extension, 'BLINDTRANSFER', to, pbx.house.inside, 5, 9, 1);
  pbx.unbridge(bridge, line);
  pbx.row(caller, line, call.startedAt, 'ANSWERED');
  const next = ring(pbx, to, caller.id);
  const rang = pbx.now;
  pbx.close(line, 16, '');
  pbx.wait(1000, 4000);
  Object.assign(next, { app: 'AppDial', data: '(Outgoing Line)' });
  pbx.say(next, 'ANSWER');
  [passed.app, passed.data] = ['Dial', `${pbx.house.technology}/${to},15,tT`];
  last.line = next;
  last.leg = {
    kind: 'agent',
    extension: to,
    outcome: 'answered',
    ringSeconds: (pbx.now - rang) / 1000,
    answeredAt: pbx.now,
    endedAt: 0,
  };
  call.legs.push(last.leg);
  pbx.bridge(bridge, next, passed);
  pbx.wait(1500, 5000);
}

function consult(pbx: Pbx, call: MadeCall, last: Talking, to: string, joins: boolean): void {
  const { caller, line, name, leg } = last;
  const [bridge, aside] = [`bridge-${caller.id}`, `aside-${caller.id}`];
  pbx.music(caller, true);
  leg.holds = (leg.holds ?? 0) + 1;
  pbx.wait(500, 1500);
  const second = pbx.open(leg.extension, leg.extension, to, pbx.house.inside);
  const asked = ring(pbx, to, second.id);
  const rang = pbx.now;
  pbx.wait(1000, 3000);
  Object.assign(asked, { app: 'AppDial', data: '(Outgoing Line)' });
  Object.assign(second, { app: 'Dial', data: `${pbx.house.technology}/${to},15,tT` });
  pbx.say(asked, 'ANSWER');
  const leg2 = {
    kind: 'consult' as const,
    extension: to,
    outcome: 'answered',
    ringSeconds: (pbx.now - rang) / 1000,
    answeredAt: pbx.now,
    endedAt: 0,
  };
  call.legs.push(leg2);
  pbx.say(second, 'ANSWER');
  pbx.bridge(aside, asked, second);
  pbx.wait(1500, 4000);
  pbx.unbridge(aside, asked);
  if (!joins) {
    pbx.unbridge(aside, second);
    pbx.close(second, 16, second.name, 'ANSWER');
    pbx.close(asked, 16, second.name);
    leg2.endedAt = pbx.now;
    pbx.row(second, asked, rang, 'ANSWERED');
    pbx.music(caller, false);
    pbx.wait(1500, 3000);
    return;
  }
  pbx.music(caller, false);
  pbx.unbridge(bridge, line);
  asked.linked = caller.id;
  pbx.bridge(bridge, asked);
  const transfer = {
    channel2_uniqueid: second.id,
    transferee_channel_uniqueid: (last.between?.second ?? caller).id,
    transfer_target_channel_uniqueid: asked.id,
  };
  pbx.say(line, 'ATTENDEDTRANSFER', { ...transfer, bridge1_id: bridge, bridge2_id: aside });
  Object.assign(leg, { endedAt: pbx.now, transfer: { kind: 'attended', to } });
  leg2.endedAt = pbx.now;
  pbx.log(caller, name, leg.extension, 'ATTENDEDTRANSFER', 'BRIDGE', aside, 5, 9, 1);
  pbx.unbridge(aside, second);
  pbx.row(second, asked, rang, 'ANSWERED');
  pbx.close(line, 16, '');
  pbx.close(second, 16, '', 'ANSWER');
  pbx.row(caller, line, call.startedAt, 'ANSWERED');
  last.line = asked;
  last.leg = { kind: 'agent', extension: to, outcome: 'answered', answeredAt: pbx.now, endedAt: 0 };
  call.legs.push(last.leg);
  pbx.wait(1500, 5000);
}
