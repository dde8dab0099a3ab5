import '../node_modules/@lwc/synthetic-shadow/dist/index.js';
import './shell.js';
