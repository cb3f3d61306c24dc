import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { freeSipPort, isSipPortFree } from './sip-port.js';

const HOST = '127.0.0.1';
const taken = async (): Promise<Socket> => {
  const socket = createSocket('udp4').bind(0, HOST);
  await once(socket, 'listening');
  return socket;
};

describe('a port for SIP', () => {
  it('is free where no programme has it, over UDP or over TCP', async () => {
    const udp = await taken();
    expect(await isSipPortFree(HOST, udp.address().port)).toBe(false);
    const tcp = createServer().listen(0, HOST);
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    expect(await isSipPortFree(HOST, port)).toBe(false);
    await new Promise((done) => tcp.close(done));
    expect(await isSipPortFree(HOST, port)).toBe(true);
    udp.close();
  });

  it('is another one where it is taken', async () => {
    const udp = await taken();
    const { port } = udp.address();
    const other = await freeSipPort(HOST, port);
    expect(other === null || (other > port && (other - port) % 2 === 0)).toBe(true);
    udp.close();
  });
});
