import { createElement } from 'lwc';
import RecordPage from 'x/recordPage';

/** The frame around Lightning's pages: plain elements, as Aura makes them, with a page of components in each tab. */

const DEALS = [
  {
    id: '0065g00000LxYzAAAV',
    name: 'Harbour sensors',
    account: 'Lindhaven Port',
    amount: 48000.5,
    closeDate: '2026-12-31',
    stage: 'Proposal',
    probability: 75,
    nextStep: 'Send the plan',
  },
  {
    id: '0065g00000MnOpQAAV',
    name: 'Bakery ovens',
    account: 'Morgen Bakers',
    amount: 9,
    closeDate: '2027-01-30',
    stage: 'Prospecting',
    probability: 10,
    nextStep: 'Call',
  },
];

const shell = document.createElement('div');
shell.className = 'desktop container oneOne';
document.body.append(shell);

const tabs = DEALS.map((deal) => {
  const pane = document.createElement('div');
  pane.className = 'windowViewMode-normal oneContent lafPageHost';
  const page = createElement('x-record-page', { is: RecordPage });
  page.deal = deal;
  pane.append(page);
  shell.append(pane);
  return { deal, pane, page };
});

/** What a test does with the page; all else it does by the keyboard. */
window.lightning = {
  /** Brings one of the tabs to the front. The other one stays in the document, as in Lightning. */
  open(id) {
    for (const { deal, pane } of tabs) {
      const isFront = deal.id === id;
      pane.classList.toggle('active', isFront);
      pane.style.display = isFront ? '' : 'none';
      if (isFront) document.title = `${deal.name} | Opportunity | Salesforce`;
    }
    history.pushState(null, '', `/lightning/r/Opportunity/${id}/view${location.search}`);
  },
  edit: (id, isEditing) => {
    for (const { deal, page } of tabs) if (deal.id === id) page.editing = isEditing;
  },
  focus: (id, field) => {
    for (const { deal, page } of tabs) if (deal.id === id) page.focusField(field);
  },
};
window.lightning.open(/\/(006\w+)\//.exec(location.pathname)[1]);
