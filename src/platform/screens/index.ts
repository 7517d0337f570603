export { createPassing, type Passing } from './passing.ts';
export {
  inRows,
  type Page,
  pageOf,
  pageRow,
  readData,
  type Screen,
  type ScreenButton,
} from './screen.ts';
export { createScreenMenu, type ScreenMenu } from './screen-menu.ts';
