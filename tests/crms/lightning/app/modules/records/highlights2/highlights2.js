import { LightningElement } from 'lwc';

export default class Highlights2 extends LightningElement {}
