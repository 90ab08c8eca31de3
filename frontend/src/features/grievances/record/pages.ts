/** In one piece: each piece more is a name more in what everybody loads first. */
export { CallPage } from '../call/CallPage';
export { RecordPage } from './RecordPage';
