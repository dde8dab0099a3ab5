import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  condition,
  facts,
  field,
  leaf,
  moment,
  sound,
  soundFacts,
  word,
} from '../../tests/condition-arbitraries.ts';
import type { Truth } from './assessment.ts';
import { checkPlaybook } from './check-playbook.ts';
import { isSatisfiable } from './check-satisfiable.ts';
import { compileCondition, type Facts, type Moment } from './condition.ts';
import { conditionSchema, type Condition, type Leaf } from './condition-schema.ts';
import { empty, unknown, type Fact } from './fact.ts';
import { FIELD_NAMES, type FieldName } from './fields.ts';

const RUNS = { numRuns: 400 };
const ask = (each: Condition, about: Facts, at: Moment): Truth =>
  compileCondition(each)(about, at).truth;
const leavesOf = (each: Condition): Leaf[] => {
  if ('op' in each) return [each];
  const parts = 'not' in each ? [each.not] : 'all' in each ? each.all : each.any;
  return parts.flatMap(leavesOf);
};

it('makes conditions that are well-formed', () => {
  fc.assert(
    fc.property(condition, (each) => conditionSchema.safeParse(each).success),
    RUNS,
  );
});

it('never throws, and finds out about every leaf', () => {
  fc.assert(
    fc.property(condition, facts, moment, (each, about, at) => {
      const { truth, findings } = compileCondition(each)(about, at);
      expect(['yes', 'no', 'unknown']).toContain(truth);
      expect(findings.map((finding) => finding.leaf)).toEqual(leavesOf(each));
      for (const { truth: found, because, read } of findings) {
        expect(because === 'holds').toBe(found === 'yes');
        if (read.is === 'unknown') expect(found).toBe('unknown');
        if (read.is === 'empty') expect(found).not.toBe('unknown');
      }
    }),
    RUNS,
  );
});

it('says of each deal of a list what it says of that deal alone', () => {
  const list = fc.array(fc.tuple(facts, fc.nat(1)), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(condition, condition, list, moment, moment, (a, b, deals, monday, tuesday) => {
      const each = { all: [a, b] };
      const kept = compileCondition(each);
      for (const [about, day] of deals) {
        const at = day === 0 ? monday : tuesday;
        expect(kept(about, at)).toEqual(compileCondition(each)(about, at));
      }
    }),
    RUNS,
  );
});

it('keeps Kleene’s laws', () => {
  fc.assert(
    fc.property(condition, condition, facts, moment, (a, b, about, at) => {
      const is = (left: Condition, right: Condition): void => {
        expect(ask(left, about, at)).toBe(ask(right, about, at));
      };
      is({ not: { not: a } }, a);
      is({ not: { all: [a, b] } }, { any: [{ not: a }, { not: b }] });
      is({ not: { any: [a, b] } }, { all: [{ not: a }, { not: b }] });
      is({ all: [a, b] }, { all: [b, a] });
      is({ any: [a, { all: [a, b] }] }, a);
      is({ all: [a, a] }, a);
    }),
    RUNS,
  );
});

it('knows less, and never the opposite, when a fact is not known', () => {
  fc.assert(
    fc.property(condition, facts, moment, field, (each, about, at, path) => {
      const before = ask(each, about, at);
      const after = ask(each, forget(about, path), at);
      expect([before, 'unknown']).toContain(after);
    }),
    { numRuns: 1000 },
  );
});

function forget(about: Facts, path: string): Facts {
  if (path.startsWith('answer.')) return { ...about, answers: undefined };
  if (path.startsWith('custom.')) return { ...about, custom: {} };
  return { ...about, fields: { ...about.fields, [path as FieldName]: unknown('not-readable') } };
}

it('takes an unreadable fact for something else than an empty one', () => {
  fc.assert(
    fc.property(leaf, facts, moment, (each, about, at) => {
      const path = each.field as FieldName;
      if (!FIELD_NAMES.includes(path)) return;
      const with_ = (fact: Fact<never>): Facts => ({
        ...about,
        fields: { ...about.fields, [path]: fact },
      });
      expect(ask(each, with_(unknown('not-readable')), at)).toBe('unknown');
      expect(ask(each, with_(empty('page')), at)).toBe(each.op === 'is-empty' ? 'yes' : 'no');
    }),
    RUNS,
  );
});

it('calls nothing impossible that some deal meets, and nothing certain that some deal does not', () => {
  fc.assert(
    fc.property(
      fc.array(sound, { minLength: 1, maxLength: 3 }),
      soundFacts,
      moment,
      (parts, about, at) => {
        const each = { all: parts };
        const truth = ask(each, about, at);
        if (truth === 'yes') expect(isSatisfiable(each, false, at.currencies)).toBe(true);
        if (truth === 'no') expect(isSatisfiable(each, true, at.currencies)).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

it('checks any playbook without throwing, and lets no condition pass that is not one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({
          gates: fc.array(fc.record({ id: word, test: fc.anything(), when: condition })),
        }),
      ),
      (raw) => {
        const checked = checkPlaybook(raw);
        expect(checked.ok).toBe(false);
        if (checked.ok) return;
        expect(checked.problems.length).toBeGreaterThan(0);
        for (const { message } of checked.problems) expect(message).toMatch(/[.?]$/);
      },
    ),
    RUNS,
  );
});
