// SPDX-License-Identifier: Apache-2.0
// The contract's types under the names that the viewer uses; the parsers live in src/contract.
export type {
  FrameKind,
  FrameOfSeries,
  KeyObject,
  LayerPart,
  Omitted,
  Padding,
  Patient,
  Presentation,
  Series,
  Spacing,
  Strip,
  StudyDescriptor,
  StudyLayer,
  VoiLut,
  VoiTable,
  VoiWindow,
} from '../contract/study';
