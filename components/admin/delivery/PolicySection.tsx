import type { ReactNode } from 'react';
import type { Policy, PolicyKey } from '../../../lib/app/policy-model.ts';
import type { Desk } from '../../options/desk.ts';
import { Section } from '../../options/Section.tsx';
import { playbookName } from '../../options/say.ts';
import { LOCK_KEYS } from './policy-words.ts';
import { PolicyWriter } from './PolicyWriter.tsx';
import { ROLE_KEYS } from './role-words.ts';

/** What the browser's policy sets here, and a policy for every browser. */
export function PolicySection({ desk }: { readonly desk: Desk }) {
  const { say, view } = desk;
  const { t } = say;
  const lines = linesOf(desk);
  const { faults } = view.policy;
  return (
    <>
      <Section title={t('policy_title')} lead={t('policy_lead')}>
        <div className="op-panel">
          {lines.length === 0 && faults.length === 0 && <p>{t('policy_none')}</p>}
          {lines.length > 0 && (
            <>
              <h3 className="op-strong">{t('policy_now_title')}</h3>
              <dl className="dl-facts">
                {lines.map(([key, what]) => (
                  <div key={key}>
                    <dt>
                      <code>{key}</code>
                    </dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
          {faults.length > 0 && <Faults desk={desk} />}
        </div>
      </Section>
      <PolicyWriter desk={desk} />
    </>
  );
}

/** Each key that the policy sets, with what it says in words. */
function linesOf(desk: Desk): readonly (readonly [PolicyKey, ReactNode])[] {
  const { say, view } = desk;
  const { t, fmt } = say;
  const { feed, sites, role, locked } = view.policy;
  const locks = locked.map((lock) => <li key={lock}>{t(LOCK_KEYS[lock])}</li>);
  const lines: readonly (readonly [PolicyKey, ReactNode])[] = [
    ['playbook', playbookOfPolicy(desk)],
    ['playbookUrl', feed?.url],
    ['playbookKey', feed?.key],
    ['sites', sites && sitesOf(sites, desk)],
    ['role', role && fmt.capital(t(ROLE_KEYS[role]))],
    ['locked', locks.length > 0 && <ul>{locks}</ul>],
  ];
  return lines.filter(([, what]) => Boolean(what));
}

function sitesOf(sites: NonNullable<Policy['sites']>, { say: { t, fmt } }: Desk): string {
  if (sites.length === 0) return t('policy_now_no_sites');
  const names = fmt.list(sites.map(({ name }) => name));
  return t('policy_now_sites', sites.length, [sites.length, names]);
}

function playbookOfPolicy({ say, view }: Desk): string | undefined {
  if (view.policy.playbook === undefined) return undefined;
  const { inForce } = view;
  if (inForce.kind !== 'set' || inForce.by !== 'policy') return say.t('policy_now_broken');
  const { playbook } = inForce;
  return say.t('policy_now_playbook', [playbookName(playbook, say), playbook.version]);
}

/** What is wrong, by the policy's own key. The check speaks English. */
function Faults({ desk: { say, view } }: { readonly desk: Desk }) {
  return (
    <div className="op-refused">
      <h3 className="op-strong">{say.t('policy_faults_title')}</h3>
      <ul lang="en">
        {view.policy.faults.map(({ key, message }) => (
          <li key={`${key} ${message}`}>
            <code>{key}</code> {message}
          </li>
        ))}
      </ul>
      <p>{say.t('policy_faults_after')}</p>
    </div>
  );
}
