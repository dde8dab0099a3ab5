import { describe, expect, it } from 'vitest';
import { checkPlaybook } from '../core/check-playbook.ts';
import { lintPlaybook } from '../core/lint/lint.ts';
import type { Gate, Playbook, Text } from '../core/playbook.ts';
import { SIGNAL_IDS } from '../core/signals/ids.ts';
import { defaultPack, packs } from './index.ts';

const ids = (pack: Playbook): string[] => pack.gates.map(({ id }) => id);
const all = Object.values(packs);

it('names each pack by its id, and starts with the lightest', () => {
  for (const [id, pack] of Object.entries(packs)) expect(pack.id).toBe(id);
  expect(packs[defaultPack]).toBe(packs['bant-light']);
});

it('has the gates of its method', () => {
  expect(ids(packs['bant-light'])).toEqual(['G1', 'G2', 'G3', 'G4', 'G6', 'G5', 'G8']);
  expect(ids(packs.spiced)).toEqual(['G1', 'G2', 'G3', 'G4', 'G5', 'G8', 'G7', 'G12']);
  expect(ids(packs.meddpicc)).toEqual(Array.from({ length: 12 }, (_, i) => `G${i + 1}`));
});

it('says the same of a gate, signal and answer in every pack', () => {
  const whole = packs.meddpicc;
  for (const pack of all) {
    for (const gate of pack.gates)
      expect(gate).toEqual(whole.gates.find(({ id }) => id === gate.id));
    for (const answer of pack.answers)
      expect(answer).toEqual(whole.answers.find(({ key }) => key === answer.key));
    expect(pack.signals).toEqual(whole.signals);
    expect(pack.stages).toEqual(whole.stages);
    expect(pack.prompts).toEqual(whole.prompts);
  }
});

it('advises on the critical event and on "why us" in the forecast, and requires the rest', () => {
  for (const { id, need } of packs.meddpicc.gates) {
    expect(need.commit).toBe('required');
    expect(need.forecast, id).toBe(['G8', 'G11'].includes(id) ? 'advised' : 'required');
  }
});

describe.each(all)('the pack $id', (pack) => {
  it('can be used as it stands', () => {
    expect(checkPlaybook(pack)).toEqual({ ok: true, playbook: pack });
  });

  it('leaves the lint nothing to say', () => {
    expect(lintPlaybook(pack, { today: '2026-11-22', crms: [], ranges: {} })).toEqual([]);
  });

  it('has every signal', () => {
    expect(pack.signals.map(({ id }) => id)).toEqual([...SIGNAL_IDS]);
  });

  it('asks for the answers that its gates need, and for no others', () => {
    const asked = new Set(pack.gates.flatMap(answersOf));
    expect(pack.answers.map(({ key }) => key).sort()).toEqual([...asked].sort());
  });

  it('speaks English and Dutch throughout', () => {
    for (const text of textsOf(pack)) {
      expect(text.nl, text.en).toBeTruthy();
      expect(`${text.en} ${text.nl}`).not.toMatch(/\s{2}|\.\.|\bu(w)?\b/);
    }
  });

  it('asks open questions', () => {
    for (const { en, nl = '' } of questionsOf(pack)) {
      expect(isOpen(en), en).toBe(true);
      expect(isOpen(nl), nl).toBe(true);
    }
  });

  it('blames nobody and orders nobody about', () => {
    for (const { en, nl } of textsOf(pack)) expect(`${en} ${nl}`).not.toMatch(BLAME);
  });
});

it('knows a closed question and a blaming one', () => {
  for (const text of [
    'Is this date real?',
    'Did you call them?',
    'Heb je gebeld?',
    'Who decides? Do we know?',
    'What now',
  ]) {
    expect(isOpen(text), text).toBe(false);
  }
  for (const text of [
    'You failed to call',
    'Why have you not called?',
    'Je moet nu bellen',
    'Waarom heb je niet gebeld?',
  ]) {
    expect(text).toMatch(BLAME);
  }
});

function answersOf(gate: Gate): string[] {
  const asked = [
    ...JSON.stringify([gate.test, gate.commitTest ?? null]).matchAll(/"answer\.([\w-]+)/g),
  ];
  return [...asked.map(([, key = '']) => key), ...(gate.answer === undefined ? [] : [gate.answer])];
}

const questionsOf = ({ gates, signals, prompts }: Playbook): Text[] => [
  ...gates.map(({ question }) => question),
  ...signals.map(({ question }) => question),
  ...prompts.map(({ text }) => text),
];

const textsOf = (pack: Playbook): Text[] => [
  pack.name,
  ...questionsOf(pack),
  ...[...pack.gates, ...pack.signals].flatMap(({ name, why }) => [name, why]),
  ...pack.prompts.map(({ why }) => why),
  ...pack.answers.flatMap(({ label, hint, date }) => (date ? [label, hint, date] : [label, hint])),
];

/** Words by which a question that is answered with yes or no begins, in English and in Dutch. */
const CLOSED = new RegExp(
  `^(${[
    'is|are|am|was|were|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|must',
    'heb|hebt|heeft|hebben|had|hadden|ben|bent|zijn|waren|kan|kun|kunt|kunnen|kon|konden|zal|zul|zou|zouden',
    'mag|mogen|moet|moeten|wil|willen|wilt|gaat|ga|gaan|ging|doe|doet|doen|deed|wordt|worden|werd|weet|weten',
  ].join('|')})\\b`,
  'i',
);

/** Every sentence of it is a question, and none begins as a closed one does. */
const isOpen = (question: string): boolean => {
  const sentences = question.split(/(?<=[.?!])\s+/);
  return sentences.every((sentence) => sentence.endsWith('?') && !CLOSED.test(sentence));
};

const BLAME =
  /\b(fail(ed|ure|s)?|fault|blame|wrong|bad|poor|lazy|slow|neglect\w*|forg[eo]t\w*|excuse\w*|mistake\w*|you (must|should|have to|need to)|why (did|have|has|are) (you|we) n[o']t?|fout|schuld|slecht|lui|traag|vergeten|verzuimd|nalatig|excuus|je (moet|had moeten|hoort)|waarom (heb|ben|doe) je (nog )?niet)\b/i;
