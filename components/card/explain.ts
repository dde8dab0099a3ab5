import type { Finding, GateResult } from '../../lib/core/assessment.ts';
import { dayNumber } from '../../lib/core/calendar.ts';
import type { Unknown } from '../../lib/core/fact.ts';
import { parseFieldPath } from '../../lib/core/field-path.ts';
import { clip, isHeaded, labelOf, valueText, type Explaining } from './explain-value.ts';
import { holdsSentence, missesSentence } from './explain-op.ts';

/** Words that a short answer is asked for when the rule does not say how many. */
const FEW_WORDS = 3;

/** Puts into one sentence what a finding read and why it came out so. Complete over every `because`. */
export function explain(finding: Finding, on: Explaining): string {
  const { t } = on;
  const label = labelOf(finding.leaf.field, on);
  switch (finding.because) {
    case 'holds':
      return holdsSentence(finding, on);
    case 'does-not-hold':
      return missesSentence(finding, on);
    case 'empty':
      return emptySentence(finding, on);
    case 'placeholder':
      return t('read_placeholder', [valueText(finding, on, 'bare')]);
    case 'too-short': {
      const words = finding.leaf.op === 'evidence' ? finding.leaf.minWords : undefined;
      return t('read_short', words ?? FEW_WORDS, [
        words ?? FEW_WORDS,
        valueText(finding, on, 'bare'),
      ]);
    }
    case 'too-old':
      return oldSentence(finding, on);
    case 'unknown':
      return finding.read.is === 'unknown'
        ? unknownSentence(label, finding.read, on)
        : t('read_not_readable', [label]);
    case 'rounded':
      return finding.limit === undefined
        ? t('read_rounded_plain', [label, valueText(finding, on)])
        : t('read_rounded', [label, valueText(finding, on), valueText(finding, on, 'limit')]);
    case 'other-currency':
      return currencySentence(finding, on);
    case 'no-currency':
      return t('read_no_currency', [label, valueText(finding, on)]);
  }
}

function emptySentence({ leaf }: Finding, on: Explaining): string {
  const path = parseFieldPath(leaf.field);
  if (path?.of !== 'answer') return on.t('read_empty', [labelOf(leaf.field, on, 'inside')]);
  const label = labelOf(leaf.field, on);
  if (path.kind === 'text' && isHeaded(label, on)) return on.t('read_no_answer_yet');
  return on.t(path.kind === 'date' ? 'read_no_answer_date' : 'read_no_answer', [label]);
}

function oldSentence({ leaf }: Finding, on: Explaining): string {
  const path = parseFieldPath(leaf.field);
  const answer = path?.of === 'answer' ? on.deal?.answers?.[path.key] : undefined;
  const days = answer ? dayNumber(on.today) - dayNumber(answer.day) : Number.NaN;
  return days > 0 ? on.t('read_old', days) : on.t('read_old_plain');
}

function currencySentence(finding: Finding, on: Explaining): string {
  const { leaf } = finding;
  const named = leaf.op === 'currency-in' ? leaf.value : [];
  const sold = named.length > 0 ? named : (on.playbook?.currencies ?? []);
  const said = [labelOf(leaf.field, on), valueText(finding, on)];
  return sold.length > 0
    ? on.t('read_other_currency', [...said, on.fmt.list(sold)])
    : on.t('read_other_currency_plain', said);
}

/** Says why something is not known. Complete over every reason. */
export function unknownSentence(label: string, { reason, saw }: Unknown, on: Explaining): string {
  const { t } = on;
  switch (reason) {
    case 'not-on-page':
      return t('read_not_on_page', [label]);
    case 'not-readable':
      return saw === undefined
        ? t('read_not_readable', [label])
        : t('read_not_understood', [label, clip(saw)]);
    case 'ambiguous':
      return saw === undefined
        ? t('read_ambiguous_plain', [label])
        : t('read_ambiguous', [label, clip(saw)]);
    case 'no-access':
      return t('read_no_access', [label]);
    case 'not-offered':
      return t('read_not_offered', [label, on.crmLabel]);
    case 'not-mapped':
      return t('read_not_mapped', [label]);
    case 'not-trusted':
      return t('read_not_trusted', [label]);
  }
}

const DECIDES = { met: 'yes', open: 'no', 'cannot-tell': 'unknown' } as const;

/** The findings that speak for a gate's state; all of them where a "not" turned the truth around. */
export function decisive({ state, findings }: GateResult): readonly Finding[] {
  const telling = findings.filter(({ truth }) => truth === DECIDES[state]);
  return telling.length > 0 ? telling : findings;
}

/** The one line under a gate's name: what was read. */
export function readLine(result: GateResult, on: Explaining): string {
  if (result.fault !== undefined) return on.t('gate_fault', [result.fault]);
  const [first] = decisive(result);
  const heading = on.fmt.text(result.gate.name);
  return first ? explain(first, { ...on, heading }) : on.fmt.text(result.gate.why);
}

/** What could not be read for a gate, one sentence a field. */
export function unreadLines(result: GateResult, on: Explaining): string[] {
  if (result.fault !== undefined) return [on.t('gate_fault', [result.fault])];
  return [...new Set(decisive(result).map((finding) => explain(finding, on)))];
}
