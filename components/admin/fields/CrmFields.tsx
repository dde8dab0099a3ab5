import { useMemo } from 'react';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { Fact } from '../../../lib/core/fact.ts';
import type { Kind } from '../../../lib/core/fields.ts';
import { isFieldName } from '../../../lib/core/field-path.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { FIELD_KEYS } from '../../card/labels.ts';
import { Section } from '../../options/Section.tsx';
import type { Say } from '../../options/say.ts';
import { UsedBy } from '../editor/parts/UsedBy.tsx';
import { usesOfFact, type Use } from '../editor/parts/uses.ts';
import { Unused } from './Unused.tsx';
import { SourceSelect } from './SourceSelect.tsx';
import {
  factsOf,
  factsRead,
  fromOf,
  idOf,
  mappingOf,
  withMapping,
  type CrmInUse,
  type FactPath,
} from './sources.ts';
import { tellFact } from './value-words.ts';

interface Props {
  readonly say: Say;
  readonly crm: CrmInUse;
  readonly name: string;
  readonly playbook: Playbook;
  /** What is published; null where that cannot be used. */
  readonly inForce: Playbook | null;
  readonly known: KnownDeals;
  readonly change: ((make: (draft: Playbook) => Playbook) => void) | null;
}

/** The facts of one CRM: where each comes from, and what it is on the last deal. */
export function CrmFields(props: Props) {
  const { say, crm, name, playbook } = props;
  const { t, fmt } = say;
  const read = useMemo(
    () => factsRead(crm, playbook, Temporal.Now.plainDateISO().toString()),
    [crm, playbook],
  );
  const deal = crm.last?.fields.name;
  const own = (wanted: boolean) =>
    factsOf(playbook).filter(({ path }) => path.startsWith('custom.') === wanted);
  return (
    <Section title={name} lead={t('fields_deals', crm.deals)}>
      <div className="op-panel fl-panel">
        <p className="op-small">
          {deal?.is === 'value'
            ? t('fields_last', [deal.value])
            : t(crm.last ? 'fields_last_unnamed' : 'fields_no_last')}
        </p>
        <FactList {...props} facts={own(false)} read={read} />
        {own(true).length > 0 && (
          <>
            <h3 className="op-name">{t('fields_own')}</h3>
            <FactList {...props} facts={own(true)} read={read} />
          </>
        )}
        <Unused {...props} />
        {crm.custom.length === 0 && crm.last && (
          <p className="op-small">{t('fields_no_custom', [fmt.text({ en: name })])}</p>
        )}
      </div>
    </Section>
  );
}

interface ListProps extends Props {
  readonly facts: ReturnType<typeof factsOf>;
  readonly read: ReturnType<typeof factsRead>;
}

function FactList({ facts, read, ...props }: ListProps) {
  return (
    <ul className="fl-list">
      {facts.map((fact) => (
        <FactRow
          key={fact.path}
          {...props}
          fact={fact}
          label={labelOf(fact.path, props.playbook, props.say)}
          read={read?.(fact.path)}
        />
      ))}
    </ul>
  );
}

/** What a fact is called: in the screen's words, or in the team's. */
function labelOf(path: FactPath, { facts = [] }: Playbook, { t, fmt }: Say): string {
  if (isFieldName(path)) return fmt.capital(t(FIELD_KEYS[path]));
  const key = path.slice('custom.'.length);
  const rule = facts.find((each) => each.key === key);
  const label = rule ? fmt.text(rule.label) : '';
  return label === '' ? key : label;
}

interface RowProps extends Props {
  readonly fact: { readonly path: FactPath; readonly kind: Kind };
  readonly label: string;
  readonly read: Fact<unknown> | undefined;
}

function FactRow({ say, crm, name, playbook, inForce, change, fact, label, read }: RowProps) {
  const { path } = fact;
  const mapping = mappingOf(playbook, crm.crm, path);
  const value = mapping ? idOf(mapping.from) : '';
  const before = inForce && mappingOf(inForce, crm.crm, path);
  const fresh = value !== (before ? idOf(before.from) : '');
  // The values that were read of other deals count: one deal's gap is no gap of the CRM.
  const never = crm.last && read?.is === 'unknown' && !mapping && isNever(crm, path);
  const told = read && !never ? tellFact(read, fact, say, name) : undefined;
  return (
    <li className="fl-row">
      <SourceSelect
        {...{ say, crm, playbook, fact, label, value }}
        off={!change}
        onChange={(id) => {
          change?.((now) => withMapping(now, crm.crm, path, fromOf(id)));
        }}
      />
      <div className="fl-value">
        {told && (
          <p className={read?.is === 'value' ? undefined : 'fl-quiet'}>
            {told.text}
            {told.source !== undefined && <span className="fl-source"> · {told.source}</span>}
          </p>
        )}
        {never && <Gap {...{ say, name, path }} uses={usesOfFact(playbook, path, say)} />}
        {fresh && <p className="fl-fresh">{say.t('fields_fresh')}</p>}
      </div>
    </li>
  );
}

interface GapProps {
  readonly say: Say;
  readonly name: string;
  readonly path: FactPath;
  readonly uses: readonly Use[];
}

/** A fact that nothing gives. It matters where rules ask for it. */
function Gap({ say: { t }, name, path, uses }: GapProps) {
  const text = isFieldName(path) ? 'fields_gap' : 'fields_gap_own';
  if (uses.length === 0) return <p className="fl-quiet">{t(text, [name])}</p>;
  return (
    <>
      <p className="fl-gap">{t('fields_gap_used', [name])}</p>
      <UsedBy say={{ t }} uses={uses} none="" />
    </>
  );
}

/** True where no deal here had the fact, or was even found to lack it. */
const isNever = ({ readable, custom }: CrmInUse, path: FactPath): boolean =>
  isFieldName(path) ? !readable.has(path) : !custom.includes(path.slice('custom.'.length));
