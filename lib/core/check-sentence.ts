import type { DayBound, Leaf } from './condition-schema.ts';

/** A leaf in plain English, for the messages about a playbook that cannot be used: `"amount" more than 10`. */
export function describeLeaf(leaf: Leaf): string {
  const start = `"${leaf.field}" ${leaf.op.replaceAll('-', ' ')}`;
  if (leaf.op === 'between') return `${start} ${leaf.low} and ${leaf.high}`;
  if ('day' in leaf) return `${start} ${describeDay(leaf.day)}`;
  if (!('value' in leaf)) return start;
  return `${start} ${Array.isArray(leaf.value) ? leaf.value.join(', ') : leaf.value}`;
}

function describeDay(day: DayBound): string {
  if (day === 'window-end') return 'the end of the window';
  if ('date' in day) return day.date;
  if (day.days === 0) return 'today';
  const count = Math.abs(day.days);
  const days = `${count} ${day.unit} ${count === 1 ? 'day' : 'days'}`;
  return day.days > 0 ? `${days} from today` : `${days} ago`;
}
