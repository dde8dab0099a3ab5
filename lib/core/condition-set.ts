import type { Leaf } from './condition-schema.ts';
import { fold } from './condition-text.ts';
import { UNJUDGED, fails, holds, type LeafTest } from './condition-verdict.ts';

type SetLeaf = Extract<
  Leaf,
  { op: 'includes' | 'includes-any' | 'includes-all' | 'count-at-least' | 'count-at-most' }
>;
type Test = (members: readonly unknown[]) => boolean;

/** Asks which texts are in a set, in capitals or not, or how many members it has. */
export function setTest(leaf: SetLeaf): LeafTest {
  const test = compileSet(leaf);
  const count = typeof leaf.value === 'number' ? String(leaf.value) : undefined;
  const yes = holds(count);
  const no = fails(count);
  return {
    judge: (read) => (Array.isArray(read) && read.length > 0 ? (test(read) ? yes : no) : UNJUDGED),
    limit: count,
  };
}

function compileSet(leaf: SetLeaf): Test {
  switch (leaf.op) {
    case 'includes':
      return has(leaf.value);
    case 'includes-any': {
      const each = leaf.value.map(has);
      return (members) => each.some((test) => test(members));
    }
    case 'includes-all': {
      const each = leaf.value.map(has);
      return (members) => each.every((test) => test(members));
    }
    case 'count-at-least':
      return (members) => members.length >= leaf.value;
    case 'count-at-most':
      return (members) => members.length <= leaf.value;
  }
}

function has(text: string): Test {
  const wanted = fold(text);
  return (members) =>
    members.some((member) => typeof member === 'string' && fold(member) === wanted);
}
