import { LightningElement, api } from 'lwc';

export default class RecordLayoutItem extends LightningElement {
  @api fieldLabel;
  @api fieldName;
  @api editing;

  get target() {
    return `sfdc:RecordField.Opportunity.${this.fieldName}`;
  }
  get pencil() {
    return `Edit ${this.fieldLabel}`;
  }
}
