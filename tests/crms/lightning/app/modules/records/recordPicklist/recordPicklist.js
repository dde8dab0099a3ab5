import { LightningElement, api } from 'lwc';

/** In a native shadow on every page: the combo box cannot do with the polyfill, so that the page is a mixed one. */
export default class RecordPicklist extends LightningElement {
  static shadowSupportMode = 'native';

  @api label;
  @api value;
  @api options;

  @api focus() {
    this.template.querySelector('lightning-combobox').focus();
  }
}
