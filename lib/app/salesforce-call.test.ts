import { describe, expect, test } from 'vitest';
import type { CrmCall } from '../messaging/protocol.ts';
import { checkCall } from './salesforce-call.ts';

const ID = '0065g00000LxYzAAAV';
const USER = '/services/oauth2/userinfo';

describe('what may be asked', () => {
  const DATA = '/services/data/v60.0';
  const soql = (q: string): string => `${DATA}/query?${new URLSearchParams({ q }).toString()}`;
  const note = JSON.stringify({ ParentId: ID, Body: 'agreed' });
  const run = (call: Partial<CrmCall>) =>
    checkCall({ crm: 'salesforce', method: 'GET', path: USER, ...call });
  test.each<[string, Partial<CrmCall>]>([
    ['a query', { path: soql("SELECT Id FROM Opportunity WHERE Name = 'a+b&c'") }],
    ['its next page', { path: `${DATA}/query/01g5g00000XyZabAAF-2000` }],
    ['a record', { path: `${DATA}/ui-api/records/${ID}?optionalFields=Opportunity.Name` }],
    ['a note', { method: 'POST', path: `${DATA}/sobjects/FeedItem`, body: note }],
    ['the user', { path: USER }],
  ])('%s', (_, call) => {
    expect(run(call)).toEqual({ method: 'GET', ...call });
  });

  test.each<[string, Partial<CrmCall>]>([
    ['another host', { path: '//evil.example.com/services/oauth2/userinfo' }],
    ['a host in the path', { path: 'https://evil.example.com/services/oauth2/userinfo' }],
    ['a host behind an @', { path: '@evil.example.com/services/oauth2/userinfo' }],
    ['a way out of the path', { path: `${DATA}/query/../../../oauth2/userinfo` }],
    ['a backslash', { path: '/\\evil.example.com/services/oauth2/userinfo' }],
    ['another resource', { path: `${DATA}/sobjects/User/0055g00000AbCdEAAV` }],
    ['Apex', { path: '/services/apexrest/anything' }],
    ['the tooling API', { path: `${DATA}/tooling/query?q=SELECT+Id+FROM+ApexClass` }],
    ['another object', { path: soql('SELECT Id FROM User') }],
    ['no query', { path: `${DATA}/query?q=FIND` }],
    ['a second parameter', { path: `${soql('SELECT Id FROM Task')}&explain=x` }],
    ['another record', { path: `${DATA}/ui-api/records/0015g00000AbCdEAAV?optionalFields=x` }],
    ['userinfo with a token in the address', { path: '/services/oauth2/userinfo?access_token=x' }],
    ['a body to be read', { body: '{}' }],
    ['a change of a deal', { method: 'POST', path: `${DATA}/sobjects/Opportunity`, body: note }],
    ['a note without a body', { method: 'POST', path: `${DATA}/sobjects/FeedItem` }],
    [
      'a note with other fields',
      {
        method: 'POST',
        path: `${DATA}/sobjects/FeedItem`,
        body: JSON.stringify({ ParentId: ID, Body: 'x', LinkUrl: 'https://example.com' }),
      },
    ],
    [
      'a note on another record',
      {
        method: 'POST',
        path: `${DATA}/sobjects/FeedItem`,
        body: JSON.stringify({ ParentId: '0015g00000AbCdEAAV', Body: 'x' }),
      },
    ],
    [
      'a note that is too long',
      {
        method: 'POST',
        path: `${DATA}/sobjects/FeedItem`,
        body: JSON.stringify({ ParentId: ID, Body: 'x'.repeat(10_001) }),
      },
    ],
  ])('not %s', (_, call) => {
    expect(run(call)).toBeUndefined();
  });
});
