import { type MadeCall, type Pbx } from './generated-calls.fixture.js';

export type Line = ReturnType<Pbx['open']>;

/** What becomes of a talk between a caller and an agent. */
const ENDS = ['customer', 'agent', 'blind', 'attended', 'in_vain'] as const;

export const ring = (pbx: Pbx, agent: string, linked: string): Line =>
  pbx.open(agent, agent, 's', pbx.house.inside, linked);

interface Talking {
  caller: Line;
  line: Line;
  name: string;
  leg: MadeCall['legs'][number];
}

export function talk(pbx: Pbx, call: MadeCall, { caller, line, name, leg }: Talking): void {
  const bridge = `bridge-${caller.id}`;
  const begun = pbx.now;
  call.legs.push(leg);
  pbx.bridge(bridge, line, caller);
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
  const last: Talking = { caller, line, name, leg };
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
  pbx.unbridge(bridge, last.line, caller);
  pbx.close(last.line, 16, by.name);
  last.leg.endedAt = pbx.now;
  pbx.row(caller, last.line, begun, 'ANSWERED');
  [caller.app, caller.data] = ['', ''];
  pbx.close(caller, 16, by.name, 'ANSWER');
  Object.assign(call, { endedAt: pbx.now, hangupSide: closing });
}

function blind(pbx: Pbx, call: MadeCall, last: Talking, to: string, bridge: string): void {
  const { caller, line, name, leg } = last;
  [caller.exten, caller.context] = [to, pbx.house.inside];
  pbx.unbridge(bridge, caller);
  pbx.say(line, 'BLINDTRANSFER', { extension: to, context: pbx.house.inside, transferee_channel_uniqueid: caller.id });
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
  [caller.app, caller.data] = ['Dial', `${pbx.house.technology}/${to},15,tT`];
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
  pbx.bridge(bridge, next, caller);
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
    transferee_channel_uniqueid: caller.id,
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
