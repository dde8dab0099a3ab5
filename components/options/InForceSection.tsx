import type { InForce } from '../../lib/app/options-model.ts';
import { RECORDS_FAULT_KEYS } from '../card/fault-words.ts';
import type { Desk } from './desk.ts';
import { Facts } from './Facts.tsx';
import { Fault } from './Fault.tsx';
import { GateList } from './GateList.tsx';
import { hashOf } from './routes.ts';
import { Section } from './Section.tsx';
import { playbookName, type Say } from './say.ts';

/** The playbook that decides now, to read; and the versions before it. */
export function InForceSection({ desk }: { readonly desk: Desk }) {
  const { view, say } = desk;
  return (
    <Section title={say.t('options_force_title')}>
      <div className="op-panel">
        <Now inForce={view.inForce} say={say} />
        {view.earlier.length > 0 && (
          <p>
            <a href={hashOf('versions')}>{say.t('options_earlier', view.earlier.length)}</a>
          </p>
        )}
      </div>
    </Section>
  );
}

function Now({ inForce, say }: { readonly inForce: InForce; readonly say: Say }) {
  const { t } = say;
  switch (inForce.kind) {
    case 'starter':
    case 'set':
    case 'published': {
      const { playbook } = inForce;
      const since = inForce.kind === 'starter' ? null : inForce.day;
      return (
        <>
          <h3 className="op-name">
            {playbookName(playbook, say)}{' '}
            <span className="op-tag">{t('options_version', [playbook.version])}</span>
          </h3>
          {inForce.kind === 'starter' && <p className="op-small">{t('options_starter')}</p>}
          {inForce.kind === 'set' && <Elsewhere inForce={inForce} say={say} />}
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
          <p>{t(isHere(inForce) ? 'options_broken_after' : 'feed_broken_after')}</p>
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

/** A playbook that was published here can be mended here. */
const isHere = ({ source }: Extract<InForce, { readonly kind: 'broken' }>): boolean =>
  source === 'published' || source === 'starter';

interface ElsewhereProps {
  readonly inForce: Extract<InForce, { readonly kind: 'set' }>;
  readonly say: Say;
}

/** Says where a playbook comes from that was not published here. */
function Elsewhere({ inForce: { by, url }, say: { t } }: ElsewhereProps) {
  const text = by === 'url' && url !== null ? t('feed_force_url', [url]) : t('feed_force_policy');
  return <p className="op-small">{text}</p>;
}
