// SPDX-License-Identifier: Apache-2.0
// All that measuring needs, fetched when it is first wanted.
import '../../styles/measure.css';
import { Desk } from '../desk';
import { newId } from '../newId';
import { MarkTaker } from '../taker';
import { MeasureBar } from './MeasureBar';
import { MeasureLayer } from './MeasureLayer';

export { MarkTaker, MeasureBar, MeasureLayer };

export const openDesk = (): Desk => new Desk(() => newId(crypto));
