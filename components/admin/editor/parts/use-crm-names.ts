import { useEffect, useState } from 'react';
import type { Desk } from '../../../options/desk.ts';

/** What a CRM is called: as Dealside or an admin's own definition calls it, or its id. */
export function useCrmNames({ view, actions }: Desk): (crm: string) => string {
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const { look } = actions.custom;
  useEffect(() => {
    let over = false;
    void look().then((definitions) => {
      if (!over) setOwn(Object.fromEntries(definitions.map(({ id, name }) => [id, name])));
    });
    return () => {
      over = true;
    };
  }, [look]);
  return (crm) => nameIn(view.labels, crm) ?? nameIn(own, crm) ?? crm;
}

const nameIn = (names: Readonly<Record<string, string>>, crm: string): string | undefined =>
  Object.hasOwn(names, crm) ? names[crm] : undefined;
