import type { InForce } from '../../lib/app/options-model.ts';
import { RECORDS_FAULT_KEYS } from '../card/fault-words.ts';
import type { Desk } from './desk.ts';
import { Earlier } from './Earlier.tsx';
import { Facts } from './Facts.tsx';
import { Fault } from './Fault.tsx';
import { GateList } from './GateList.tsx';
import { Section } from './Section.tsx';
import { playbookName, type Say } from './say.ts';

/** The playbook that decides now, to read; and the versions before it. */
export function InForceSection({ desk }: { readonly desk: Desk }) {
  const { view, say } = desk;
  return (
    <Section title={say.t('options_force_title')}>
      <div className="op-panel">
        <Now inForce={view.inForce} say={say} />
        {view.earlier.length > 0 && <Earlier desk={desk} />}
      </div>
    </Section>
  );
}

function Now({ inForce, say }: { readonly inForce: InForce; readonly say: Say }) {
  const { t } = say;
  switch (inForce.kind) {
    case 'starter':
    case 'published': {
      const { playbook } = inForce;
      const since = inForce.kind === 'published' ? inForce.day : null;
      return (
        <>
          <h3 className="op-name">
            {playbookName(playbook, say)}{' '}
            <span className="op-tag">{t('options_version', [playbook.version])}</span>
          </h3>
          {since === null && <p className="op-small">{t('options_starter')}</p>}
          <Facts playbook={playbook} since={since} say={say} />
          <GateList gates={playbook.gates} say={say} />
        </>
      );
    }
    case 'broken':
      return (
        <>
          <h3 className="op-name">{t('options_broken_title')}</h3>
          {inForce.fault ? (
            <Fault fault={inForce.fault} say={say} />
          ) : (
            <p>{t('options_broken_unread')}</p>
          )}
          <p>{t('options_broken_after')}</p>
        </>
      );
    case 'unreadable':
      return (
        <>
          <h3 className="op-name">{t('options_unreadable_title')}</h3>
          <p>{t(RECORDS_FAULT_KEYS[inForce.fault])}</p>
        </>
      );
  }
}
