import type { MessageKey } from '../../../lib/app/words.ts';
import type { Deal } from '../../../lib/core/deal.ts';
import type { Fact, UnknownReason } from '../../../lib/core/fact.ts';
import type { Kind } from '../../../lib/core/fields.ts';
import { valueText, clip } from '../../card/explain-value.ts';
import { SOURCE_KEYS } from '../../card/labels.ts';
import type { Say } from '../../options/say.ts';
import type { FactPath } from './sources.ts';

const REASON_KEYS: Readonly<Record<UnknownReason, MessageKey>> = {
  'not-on-page': 'fields_not_on_page',
  'not-readable': 'fields_not_readable',
  ambiguous: 'fields_ambiguous',
  'no-access': 'fields_no_access',
  'not-offered': 'fields_not_offered',
  'not-mapped': 'fields_not_mapped',
  'not-trusted': 'fields_not_trusted',
};

/** What is told of a fact: its value or why there is none, and where that was read. */
export interface Told {
  readonly text: string;
  readonly source?: string;
}

/** Puts a fact of a deal into words. */
export function tellFact(
  fact: Fact<unknown>,
  { path, kind }: { readonly path: FactPath; readonly kind: Kind },
  say: Say,
  crmLabel: string,
): Told {
  const { t } = say;
  if (fact.is === 'unknown') {
    const { reason, saw } = fact;
    const why = t(REASON_KEYS[reason], [crmLabel]);
    return { text: saw === undefined ? why : t('fields_saw', [clip(saw), why]) };
  }
  const source =
    fact.source === 'answer' ? t('fields_source_answer') : t(SOURCE_KEYS[fact.source], [crmLabel]);
  if (fact.is === 'empty')
    return fact.source === 'answer'
      ? { text: t('read_no_answer_yet') }
      : { text: t('fields_empty'), source };
  return { text: say.fmt.capital(valueOfFact(fact, { path, kind }, say, crmLabel)), source };
}

/** A day to compare with, so that a date of the team's own is written as a date. */
const TODAY = { days: 0, unit: 'calendar' } as const;

function valueOfFact(
  read: Fact<unknown>,
  { path, kind }: { readonly path: FactPath; readonly kind: Kind },
  say: Say,
  crmLabel: string,
): string {
  const leaf =
    kind === 'date'
      ? { field: path, op: 'on-or-after' as const, day: TODAY }
      : { field: path, op: 'is-set' as const };
  const deal: Deal | null = null;
  const on = { ...say, playbook: null, deal, today: '', crmLabel };
  return valueText({ leaf, truth: 'yes', because: 'holds', read }, on, 'bare');
}
