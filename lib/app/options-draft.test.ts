import { describe, expect, test } from 'vitest';
import type { Playbook } from '../core/playbook.ts';
import { packs } from '../playbooks/index.ts';
import { asText, isPack, packFor, readCurrencies, sameContents } from './options-draft.ts';
import { checkText } from './playbook-store.ts';

const team: Playbook = {
  ...packFor('bant-light', null),
  country: 'NL',
  currencies: ['EUR'],
  stages: [{ crm: 'atomic', stage: 'handshake', category: 'commit' }],
};

describe('a pack', () => {
  test('leaves the team its country, currencies and stages, and brings its own gates', () => {
    const { country, currencies, stages, gates, window } = packFor('meddpicc', team);
    expect({ country, currencies, stages }).toEqual({
      country: 'NL',
      currencies: ['EUR'],
      stages: team.stages,
    });
    expect(gates).toEqual(packs.meddpicc.gates);
    expect(window).toBe(packs.meddpicc.window);
  });

  test('names no schema on a disk that is not there, and the pack itself stays as it was', () => {
    expect(packFor('spiced', null)).not.toHaveProperty('$schema');
    expect(packs.spiced).toHaveProperty('$schema');
  });

  test.each(Object.keys(packs) as (keyof typeof packs)[])('%s is known again once stored', (id) => {
    const { playbook } = checkText(asText({ ...packFor(id, team), version: 9 }));
    expect(isPack(playbook!, id)).toBe(true);
    const [first, ...others] = playbook!.gates;
    expect(isPack({ ...playbook!, gates: others }, id)).toBe(false);
    expect(isPack({ ...playbook!, gates: [{ ...first!, owner: 'Me' }, ...others] }, id)).toBe(
      false,
    );
  });
});

describe('the same contents', () => {
  test('are those of a playbook and itself, in whatever order its properties stand', () => {
    const turned = Object.fromEntries(Object.entries(team).toReversed()) as Playbook;
    expect(sameContents(team, { ...turned, version: 8 })).toBe(true);
  });

  test('are not those of a playbook with another gate or window', () => {
    const [first, ...others] = team.gates;
    const why = { en: 'Another.' };
    expect(sameContents(team, { ...team, gates: [{ ...first!, why }, ...others] })).toBe(false);
    expect(sameContents(team, { ...team, window: 60 })).toBe(false);
  });

  test('the order of the gates is theirs: the card shows them in it', () => {
    expect(sameContents(team, { ...team, gates: team.gates.toReversed() })).toBe(false);
  });
});

test.each([
  ['', [], []],
  ['EUR, USD', ['EUR', 'USD'], []],
  [' eur;usd\nEUR ', ['EUR', 'USD'], []],
  ['EUO gbp €', ['GBP'], ['EUO', '€']],
])('the currencies of %j are %j, and %j is none', (text, codes, wrong) => {
  expect(readCurrencies(text)).toEqual({ codes, wrong });
});
