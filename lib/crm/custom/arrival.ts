import type { Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import type { SomeFields } from '../form-facts.ts';

/** Says whether a page has come to show the deal that its address names. */
export type HasArrived = (id: string, fields: SomeFields) => boolean;

/**
 * Many CRMs change the address first and the values a moment later. Where nothing in the page names the record, the
 * values themselves must tell: under another id they count only once they differ from what was read under the one
 * before, and once there is a name. So two deals that say the same in every field are not told apart, and the second
 * is not read: that is the safe side.
 */
export function watchArrival(): HasArrived {
  let last: { readonly id: string; readonly fields: SomeFields } | undefined;
  return (id, fields) => {
    if (last?.id !== id) {
      if (fields.name?.is !== 'value') return false;
      if (last && !differ(last.fields, fields)) return false;
    }
    last = { id, fields };
    return true;
  };
}

/** True when a field that was read both times says something else. */
function differ(before: SomeFields, now: SomeFields): boolean {
  for (const name of Object.keys(now) as FieldName[]) {
    const [old, read] = [textOf(before[name]), textOf(now[name])];
    if (old !== undefined && read !== undefined && old !== read) return true;
  }
  return false;
}

function textOf(fact: Fact<unknown> | undefined): string | undefined {
  if (!fact || (fact.is === 'unknown' && fact.saw === undefined)) return undefined;
  return JSON.stringify(fact.is === 'value' ? fact.value : fact.is === 'empty' ? '' : fact.saw);
}
