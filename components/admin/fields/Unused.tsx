import { useRef, useState } from 'react';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { FactRule, Playbook } from '../../../lib/core/playbook.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { keyFrom } from '../editor/parts/lists.ts';
import { withMapping, type CrmInUse } from './sources.ts';

/** A field with more different texts than this is no list to choose from. */
const FEW = 30;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

interface Props {
  readonly say: Say;
  readonly crm: CrmInUse;
  readonly playbook: Playbook;
  readonly known: KnownDeals;
  readonly change: ((make: (draft: Playbook) => Playbook) => void) | null;
}

/** Custom fields that are read and that no fact takes, each to be made one in a press. */
export function Unused({ say, crm, playbook, known, change }: Props) {
  const { t } = say;
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const names = unusedOf(crm, playbook);
  const take = (name: string): void => {
    setSaid(t('fields_taken', [name]));
    change?.((now) => withFact(now, crm, name, known));
    // The pressed button goes away.
    status.current?.focus();
  };
  return (
    <div className="fl-unused">
      <p role="status" className="op-small" tabIndex={-1} ref={status}>
        {said}
      </p>
      {names.length > 0 && (
        <>
          <h3 className="op-strong">{t('fields_unused')}</h3>
          <p className="op-small">{t('fields_unused_lead')}</p>
          <div className="op-actions">
            {names.map((name) => (
              <Button
                key={name}
                busy={!change}
                onClick={() => {
                  take(name);
                }}
              >
                {t('fields_take', [name])}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** The custom fields that neither a mapping nor a fact of that very key takes. */
function unusedOf(
  { crm, custom }: CrmInUse,
  { mapping = [], facts = [] }: Playbook,
): readonly string[] {
  const taken = new Set([
    ...facts.map(({ key }) => key),
    ...mapping.flatMap((each) =>
      each.crm === crm && 'custom' in each.from ? [each.from.custom] : [],
    ),
  ]);
  return custom.filter((name) => !taken.has(name));
}

/** The playbook with a custom field of the CRM as a fact of the team's own. */
function withFact(playbook: Playbook, crm: CrmInUse, name: string, known: KnownDeals): Playbook {
  const { facts = [] } = playbook;
  const key = keyFrom(
    name,
    'fact',
    facts.map((each) => each.key),
  );
  const rule: FactRule = { key, label: { en: name }, ...kindOf(crm, name, known) };
  return withMapping({ ...playbook, facts: [...facts, rule] }, crm.crm, `custom.${key}`, {
    custom: name,
  });
}

/** What a field's values look like; of texts, a list where there are few of them. */
function kindOf(
  { last }: CrmInUse,
  name: string,
  { choices, ranges }: KnownDeals,
): Pick<FactRule, 'kind' | 'choices'> {
  const path = `custom.${name}`;
  const fact = last && Object.hasOwn(last.custom, name) ? last.custom[name] : undefined;
  const value = fact?.is === 'value' ? fact.value : undefined;
  if (Array.isArray(value)) return { kind: 'set' };
  if (typeof value === 'object') return { kind: 'money' };
  const low = Object.hasOwn(ranges, path) ? ranges[path]?.low : undefined;
  if (typeof value === 'number') return { kind: 'number' };
  if (low !== undefined) return { kind: ISO_DATE.test(low) ? 'date' : 'number' };
  const texts = Object.hasOwn(choices, path) ? (choices[path] ?? []) : [];
  if (texts.length === 0 || texts.length > FEW) return { kind: 'text' };
  return { kind: 'choice', choices: [...texts] };
}
