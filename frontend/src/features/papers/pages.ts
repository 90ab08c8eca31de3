/** In one piece: each piece more is a name more in what everybody loads first. */
export { BatchPage } from './BatchPage';
export { EnterPage } from './EnterPage';
export { NewBatchPage } from './NewBatchPage';
export { PapersPage } from './PapersPage';
