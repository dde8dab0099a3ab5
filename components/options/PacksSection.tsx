import { isPack, packFor } from '../../lib/app/options-draft.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { MessageKey } from '../../lib/app/words.ts';
import { packs, type PackId } from '../../lib/playbooks/index.ts';
import type { Desk } from './desk.ts';
import { Proposal } from './Proposal.tsx';
import { Section } from './Section.tsx';
import { playbookName } from './say.ts';

const SUITS: Readonly<Record<PackId, MessageKey>> = {
  'bant-light': 'options_pack_bant',
  spiced: 'options_pack_spiced',
  meddpicc: 'options_pack_meddpicc',
};

const IDS = Object.keys(packs) as PackId[];

/** The packs that come with Dealside, the lightest first. */
export function PacksSection({ desk }: { readonly desk: Desk }) {
  const { t } = desk.say;
  return (
    <Section title={t('options_packs_title')} lead={t('options_packs_lead')}>
      <ul className="op-panel op-rows">
        {IDS.map((id) => (
          <PackRow key={id} id={id} desk={desk} />
        ))}
      </ul>
    </Section>
  );
}

function PackRow({ id, desk }: { readonly id: PackId; readonly desk: Desk }) {
  const { actions, say, view } = desk;
  const { t } = say;
  const current = playbookOf(view.inForce);
  const pack = packFor(id, current);
  const name = playbookName(pack, say);
  const inForce = current !== null && isPack(current, id);
  return (
    <li className="op-row">
      <div className="op-row-text">
        <h3 className="op-strong">
          {name} <span className="op-tag">{t('options_gates_count', pack.gates.length)}</span>
          {inForce && (
            <>
              {' '}
              <span className="op-tag op-tag-in-force">{t('options_in_force')}</span>
            </>
          )}
        </h3>
        <p>{t(SUITS[id])}</p>
      </div>
      <Proposal
        desk={desk}
        place={`pack:${id}`}
        label={inForce ? undefined : t('options_pack_use', [name])}
        title={t('options_becomes', [name, view.next])}
        note={t('options_pack_note')}
        load={() => Promise.resolve({ playbook: pack, playbookFault: null })}
        publish={() => actions.publishPack(id)}
      />
    </li>
  );
}
