import type { Finding, Outcome, Truth } from './assessment.ts';
import type { Facts, Moment } from './condition-facts.ts';
import { compileLeaf, type Node } from './condition-leaf.ts';
import type { Condition, Leaf } from './condition-schema.ts';

export type { Facts, Moment } from './condition-facts.ts';

/** A condition as a function. It never throws, whatever the facts are, and changes nothing. */
export type Compiled = (facts: Facts, at: Moment) => Outcome;

/**
 * Compiles a condition once, to be asked of many deals. It answers in Kleene's three values, and with
 * every leaf's finding in the order of writing: a decided group is still read to its end, so that
 * the reasons are complete. Takes what conditionSchema accepts.
 */
export function compileCondition(condition: Condition): Compiled {
  const leaves: Leaf[] = [];
  const node = compileNode(condition, leaves);
  const count = leaves.length;
  return (facts, at) => {
    // Every leaf writes to its own place every time. Pushing would have to grow the array at each call.
    const findings = new Array<Finding>(count);
    const truth = node(facts, at, findings);
    return { truth, findings };
  };
}

function compileNode(condition: Condition, leaves: Leaf[]): Node {
  if ('all' in condition) return compileGroup(condition.all, leaves, 'no', 'yes');
  if ('any' in condition) return compileGroup(condition.any, leaves, 'yes', 'no');
  if ('not' in condition) return negate(compileNode(condition.not, leaves));
  return compileLeaf(condition, leaves.push(condition) - 1);
}

/**
 * `all` is no as soon as one part is no, `any` is yes as soon as one part is yes; then one unknown part
 * makes the group unknown. A group without parts says nothing about the deal, so it is unknown.
 */
function compileGroup(
  parts: readonly Condition[],
  leaves: Leaf[],
  decisive: Truth,
  otherwise: Truth,
): Node {
  const nodes = parts.map((part) => compileNode(part, leaves));
  if (nodes.length === 0) return () => 'unknown';
  return (facts, at, findings) => {
    let decided = false;
    let unsure = false;
    for (const node of nodes) {
      const truth = node(facts, at, findings);
      if (truth === decisive) decided = true;
      else if (truth === 'unknown') unsure = true;
    }
    if (decided) return decisive;
    return unsure ? 'unknown' : otherwise;
  };
}

const OPPOSITE: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' };

const negate =
  (node: Node): Node =>
  (facts, at, findings) =>
    OPPOSITE[node(facts, at, findings)];
