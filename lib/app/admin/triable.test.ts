import { describe, expect, test } from 'vitest';
import { packs } from '../../playbooks/index.ts';
import { checkPlaybook } from '../../core/check-playbook.ts';
import type { Gate, Playbook } from '../../core/playbook.ts';
import { triable } from './triable.ts';

const TODAY = '2026-06-10';
const pack = packs['bant-light'];

const withGate = (change: Partial<Gate>): Playbook => ({
  ...pack,
  gates: pack.gates.map((gate, index) => (index === 0 ? { ...gate, ...change } : gate)),
});

const UNWRITTEN: Partial<Gate> = {
  name: { en: '' },
  why: { en: ' ', nl: '' },
  question: { en: '' },
  how: { en: '' },
  owner: '',
  reviewBy: '',
};

describe('a draft that is to be tried', () => {
  test('is what it was where everything is written', () => {
    expect(triable(pack, TODAY)).toEqual(pack);
  });

  test('needs no words, owner or review date yet', () => {
    expect(checkPlaybook(withGate(UNWRITTEN)).ok).toBe(false);
    expect(checkPlaybook(triable(withGate(UNWRITTEN), TODAY))).toMatchObject({ ok: true });
  });

  test('keeps what decides, so that a condition without parts is still refused', () => {
    const empty = withGate({ ...UNWRITTEN, test: { all: [] } });
    expect(checkPlaybook(triable(empty, TODAY)).ok).toBe(false);
    expect(triable(withGate(UNWRITTEN), TODAY).gates[0]?.test).toEqual(pack.gates[0]?.test);
  });
});
