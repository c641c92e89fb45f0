import {once} from 'node:events';
import {connect} from 'node:net';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type Asked, openFlow} from './http.fixture.ts';
import type {FlowState} from './types.ts';

let opened: Asked;

beforeEach(async () => {
  opened = await openFlow();
});

afterEach(() => opened.close());

describe('a request to the lab’s Flow that is refused', () => {
  it.each([
    ['GET', 'nothing', undefined, '404'],
    ['PUT', 'workflows', undefined, '404'],
    ['GET', 'workflows/77', undefined, '422 There is no workflow 77.'],
    ['GET', 'runs/77', undefined, '422 There is no run 77.'],
    ['POST', 'workflows', {}, '422 text is missing'],
    ['POST', 'workflows', {text: 'x'}, '422 This is no .flow file'],
    ['POST', 'switches', {money: 'float'}, '422 money is one of string, number, not float.'],
    ['POST', 'switches', {colour: 'red'}, '422 There is no switch colour.'],
    ['POST', 'switches', {stepFaults: [{step: 'x', how: 'never'}]}, '422 A step fault is'],
    ['POST', 'switches', {constructor: 'x'}, '422 There is no switch constructor.'],
    ['POST', 'switches', {userErrors: ['fail']}, '422 userErrors is one of'],
    ['POST', 'switches', {stepFaults: [{step: 'x', how: 'lostAnswer', times: 0}]}, '422 A step fault is'],
    ['POST', 'switches', {seed: 0.5}, '422 seed is a whole number.'],
    ['POST', 'switches', {actionsUrl: 'nowhere'}, '422 actionsUrl: “nowhere” is no web address.'],
    ['POST', 'switches', {actionsUrl: 'mailto:a@example.com'}, '422 actionsUrl'],
    ['POST', 'switches', {actionsUrl: 'https://example.com'}, 'this machine only'],
    ['POST', 'clock', {advanceMilliseconds: -1}, '422 advanceMilliseconds'],
    ['POST', 'clock', {advanceMilliseconds: 1e18}, '422 advanceMilliseconds'],
    ['GET', 'workflows/%E0%A4%A', undefined, '422 The address can’t be read: %E0%A4%A'],
    ['POST', 'events', {order: '#1001'}, '422 trigger is missing'],
    ['POST', 'events', [], '422 The request holds no JSON object.'],
  ])('refuses %s %s %j', async (method, path, body, message) => {
    const before = await opened.ask<FlowState>('GET', 'state');
    await expect(opened.ask(method, path, body)).rejects.toThrow(message);
    expect(await opened.ask<FlowState>('GET', 'state')).toEqual(before);
  });

  it('hears so where it is longer than anybody keeps', async () => {
    const body = JSON.stringify({text: 'x'.repeat(5_000_000)});
    const response = await fetch(`http://localhost:${opened.port}/lab/flow/workflows`, {method: 'POST', body});
    const error = 'The request is too long.';
    expect(await response.json()).toEqual({error, errorSaid: {words: error, values: []}});
    expect(await opened.ask('GET', 'workflows')).toEqual([]);
  });

  it('leaves the lab standing where it asks for no address at all', async () => {
    const socket = connect(opened.port, '127.0.0.1');
    socket.write('GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('404');
    expect(await opened.ask('GET', 'workflows')).toEqual([]);
  });
});
