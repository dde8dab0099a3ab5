import { LightningElement, api } from 'lwc';

export default class RecordPage extends LightningElement {
  @api deal;
  @api editing = false;

  /** By the field's name: what has the focus gets what is typed. */
  @api focusField(name) {
    this.template.querySelector(`[data-field="${name}"]`).focus();
  }

  get fraction() {
    return this.deal.probability / 100;
  }
  get related() {
    return `/lightning/r/${this.deal.id}/related/OpportunityContactRoles/view`;
  }
  get stages() {
    return ['Prospecting', 'Proposal', 'Closed Won'].map((label) => ({ label, value: label }));
  }
}
